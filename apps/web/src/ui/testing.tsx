import type { Language } from '@jena/shared/kernel';
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { LanguageContext } from '../lib/copy.ts';
import { uiCopy } from './copy.ts';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** Draws into the test's document, with the components' own words loaded. For tests only. */
export async function show(node: ReactNode, language: Language = 'de') {
  await uiCopy.load(language);
  document.body.innerHTML = '<div id="app"></div>';
  const place = document.getElementById('app') as HTMLElement;
  const root = createRoot(place);
  const draw = (next: ReactNode) =>
    act(() => root.render(<LanguageContext value={language}>{next}</LanguageContext>));
  draw(node);
  return { place, redraw: draw, text: () => place.textContent ?? '' };
}

/** The one element that matches; fails loudly when there is none. */
export function one<E extends HTMLElement = HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`nothing matches ${selector}`);
  return found;
}

export function press(selector: string): void {
  act(() => one(selector).click());
}

/** Types as a browser does, so that React hears it. */
export function type(selector: string, value: string): void {
  const field = one<HTMLInputElement>(selector);
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set;
  act(() => {
    setter?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
