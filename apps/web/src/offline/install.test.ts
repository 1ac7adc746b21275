import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

async function browser({ userAgent = 'Chrome', standalone = false } = {}) {
  const stored = new Map<string, string>();
  const target = new EventTarget();
  vi.stubGlobal('navigator', { userAgent, maxTouchPoints: 5 });
  vi.stubGlobal('matchMedia', () => ({ matches: standalone }));
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => stored.set(name, value),
  });
  vi.resetModules();
  const module = await import('./install.ts');
  module.watchInstall(target as Window);
  const offer = (outcome: 'accepted' | 'dismissed') => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: vi.fn(async () => undefined),
      userChoice: Promise.resolve({ outcome }),
    });
    target.dispatchEvent(event);
    return event;
  };
  return { ...module, offer, target };
}

beforeEach(() => vi.unstubAllGlobals());
afterEach(() => vi.unstubAllGlobals());

describe('installing', () => {
  test('waits for the browser’s offer and keeps it for the person’s tap', async () => {
    const { installState, install, offer } = await browser();
    expect(installState()).toBe('unknown');
    const event = offer('accepted');
    expect(event.defaultPrevented).toBe(true);
    expect(event.prompt).not.toHaveBeenCalled();
    expect(installState()).toBe('prompt');
    expect(await install()).toBe(true);
    expect(event.prompt).toHaveBeenCalledOnce();
  });

  test('that was declined is not offered again for thirty days', async () => {
    const { install, offer, mayOfferInstall } = await browser();
    offer('dismissed');
    expect(mayOfferInstall('prompt', Date.now())).toBe(true);
    expect(await install()).toBe(false);
    expect(mayOfferInstall('prompt', Date.now())).toBe(false);
    expect(mayOfferInstall('prompt', Date.now() + 31 * 86_400_000)).toBe(true);
  });

  test('on an iPhone is explained in words', async () => {
    const { installState } = await browser({ userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0)' });
    expect(installState()).toBe('ios');
  });

  test('is not offered to the installed app', async () => {
    const { installState, mayOfferInstall } = await browser({ standalone: true });
    expect(installState()).toBe('installed');
    expect(mayOfferInstall('installed', Date.now())).toBe(false);
  });

  test('is over once it happened, however it happened', async () => {
    const { installState, offer, target } = await browser();
    offer('accepted');
    target.dispatchEvent(new Event('appinstalled'));
    expect(installState()).toBe('installed');
  });
});
