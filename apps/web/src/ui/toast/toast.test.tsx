// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { press, show } from '../testing.tsx';
import { showToast, ToastRegion } from './toast.tsx';
import { createToasts } from './toasts.ts';

afterEach(() => vi.useRealTimers());

describe('toasts', () => {
  it('say what was done and offer the way back', async () => {
    const undo = vi.fn();
    const { text } = await show(<ToastRegion />);
    act(() => showToast({ text: 'Entwurf gelöscht', undo }));
    expect(text()).toContain('Entwurf gelöscht');
    press('.toast-undo');
    expect(undo).toHaveBeenCalledOnce();
    expect(text()).toBe('');
  });
  it('go after a while, but not while someone is on them', () => {
    vi.useFakeTimers();
    const toasts = createToasts();
    toasts.show({ text: 'Gespeichert' });
    toasts.hold();
    vi.advanceTimersByTime(60_000);
    expect(toasts.current()?.text).toBe('Gespeichert');
    toasts.release();
    vi.advanceTimersByTime(8_000);
    expect(toasts.current()).toBeUndefined();
  });
  it('give a newer one its full time', () => {
    vi.useFakeTimers();
    const toasts = createToasts();
    toasts.show({ text: 'eins' });
    vi.advanceTimersByTime(7_000);
    toasts.show({ text: 'zwei' });
    vi.advanceTimersByTime(7_000);
    expect(toasts.current()?.text).toBe('zwei');
  });
});
