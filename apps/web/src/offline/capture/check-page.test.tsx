// @vitest-environment happy-dom
import { act, Suspense } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { show } from '../../ui/testing.tsx';
import { CheckPage } from './check-page.tsx';
import type { Checked } from './use-capture.ts';
import { type Doubt, doubts, type Quality } from './vision/quality.ts';

const fine: Quality = { cut: false, blurred: false, dark: false, glare: false, small: false };

/** The look at a page before it is kept, with what the machine saw in it. */
async function look(quality: Partial<Quality>) {
  const [onUse, onAgain] = [vi.fn(), vi.fn()];
  const checked = {
    page: new Blob(),
    quality: { ...fine, ...quality },
    look: 'colour',
    turn: 0,
    renders: false,
  } as unknown as Checked;
  const rest = { onLook: vi.fn(), onTurn: vi.fn(), onCorners: vi.fn(), fromCamera: true };
  const page = (
    <Suspense>
      <CheckPage checked={checked} onUse={onUse} onAgain={onAgain} {...rest} />
    </Suspense>
  );
  const { place, redraw } = await act(() => show(page));
  // The words come with the camera's own code.
  for (let looks = 0; looks < 200 && place.querySelector('button') === null; looks++) {
    await act(() => new Promise((done) => setTimeout(done)));
    redraw(page);
  }
  const buttons = [...place.querySelectorAll<HTMLButtonElement>('.cap-actions > button')];
  const warning = place.querySelector('[role=alert]')?.textContent ?? null;
  return {
    warning,
    buttons: buttons.map(({ textContent }) => textContent),
    first: buttons[0],
    onUse,
    onAgain,
  };
}

const words: Record<Doubt, RegExp> = {
  cut: /Eine Ecke des Blatts fehlt/,
  blurred: /Unscharf/,
  dark: /Zu dunkel/,
  glare: /Eine Lampe spiegelt/,
  small: /./,
};

describe('before a page is kept', () => {
  test.each(doubts)('it is said that it is %s, and taking it again stands first', async (doubt) => {
    const { warning, buttons, first, onAgain, onUse } = await look({ [doubt]: true });
    expect(warning).toMatch(words[doubt]);
    expect(buttons[0]).toMatch(/Noch einmal/);
    first?.click();
    expect([onAgain.mock.calls.length, onUse.mock.calls.length]).toEqual([1, 0]);
  });

  test('all that is wrong is said at once', async () => {
    const { warning } = await look({ cut: true, blurred: true, dark: true, glare: true });
    for (const doubt of ['cut', 'blurred', 'dark', 'glare'] as const) expect(warning).toMatch(words[doubt]);
  });

  test('nothing is said of a page that is fine, and keeping it stands first', async () => {
    const { warning, first, onUse } = await look({});
    expect(warning).toBeNull();
    first?.click();
    expect(onUse).toHaveBeenCalledOnce();
  });
});
