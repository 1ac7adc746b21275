// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { one, press, show } from '../testing.tsx';
import { Dialog } from './dialog.tsx';

describe('Dialog', () => {
  it('opens as a modal with its title as its name', async () => {
    await show(
      <Dialog open onClose={() => {}} title="Wirklich löschen?">
        Ihre Antworten sind dann weg.
      </Dialog>,
    );
    expect(one<HTMLDialogElement>('dialog').open).toBe(true);
    const name = one('dialog').getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(name)?.textContent).toBe('Wirklich löschen?');
  });
  it('asks to be closed by the cross', async () => {
    const close = vi.fn();
    await show(
      <Dialog open onClose={close} title="Frage">
        Text
      </Dialog>,
    );
    press('button[aria-label="Schließen"]');
    expect(close).toHaveBeenCalled();
  });
  it('closes when its owner says so, and then holds nothing', async () => {
    const { redraw, text } = await show(
      <Dialog open onClose={() => {}} title="Frage">
        Text
      </Dialog>,
    );
    redraw(
      <Dialog open={false} onClose={() => {}} title="Frage">
        Text
      </Dialog>,
    );
    expect(one<HTMLDialogElement>('dialog').open).toBe(false);
    expect(text()).toBe('');
  });
});
