import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type LaunchOptions,
} from '@playwright/test';

/** The phone that `look.md` is drawn for. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 1,
  locale: 'de-DE',
  timezoneId: 'Europe/Berlin',
  permissions: ['camera', 'notifications'],
  reducedMotion: 'reduce',
};

/** The screen in an office. */
export const desktop: BrowserContextOptions = {
  viewport: { width: 1440, height: 900 },
  locale: 'de-DE',
  timezoneId: 'Europe/Berlin',
  reducedMotion: 'reduce',
};

/** A browser with a profile on the disk: it can be closed and opened again, as a phone's app is. */
export type Handset = {
  open(): Promise<BrowserContext>;
  close(): Promise<void>;
  /** Closes it and forgets the profile. */
  discard(): Promise<void>;
};

/** A phone that keeps what it has when the app is closed. */
export function handset(launch: LaunchOptions): Handset {
  const profile = mkdtempSync(join(tmpdir(), 'jena-e2e-phone-'));
  let context: BrowserContext | undefined;
  async function close(): Promise<void> {
    await context?.close();
    context = undefined;
  }
  return {
    async open() {
      await close();
      context = await chromium.launchPersistentContext(profile, { ...launch, ...phone });
      return context;
    },
    close,
    async discard() {
      await close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
