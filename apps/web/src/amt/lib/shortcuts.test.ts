// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import { shortcutOf } from './shortcuts.ts';

afterEach(() => document.body.replaceChildren());

function press(key: string, selector: string, more: KeyboardEventInit = {}) {
  const target = document.querySelector(selector);
  if (!target) throw new Error(`nothing at ${selector}`);
  let seen: string | undefined;
  const listen = (event: Event) => {
    seen = shortcutOf(event as KeyboardEvent);
  };
  window.addEventListener('keydown', listen, { once: true });
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }));
  return seen;
}

it('means the same key with and without capitals', () => {
  document.body.innerHTML = '<button>x</button>';
  expect(press('Ü', 'button')).toBe('ü');
  expect(press('g', 'button')).toBe('g');
});

it('is off while somebody types', () => {
  document.body.innerHTML =
    '<input><textarea></textarea><select></select><div contenteditable="true"><b>x</b></div><input type="checkbox">';
  for (const field of ['input', 'textarea', 'select', 'b']) expect(press('g', field), field).toBeUndefined();
  expect(press('g', '[type=checkbox]')).toBe('g');
});

it('leaves the browser’s own shortcuts alone', () => {
  document.body.innerHTML = '<button>x</button>';
  expect(press('g', 'button', { ctrlKey: true })).toBeUndefined();
  expect(press('r', 'button', { metaKey: true })).toBeUndefined();
});

it('is off while a dialog asks something', () => {
  document.body.innerHTML = '<button>x</button><dialog open><p>Sicher?</p></dialog>';
  expect(press('g', 'button')).toBeUndefined();
});
