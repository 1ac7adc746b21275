import { type BrowserContext, chromium } from '@playwright/test';
import { cameraFile } from '../../e2e/support/camera.ts';
import { phone } from '../../e2e/support/devices.ts';

/** Debian's Chromium; quiet, and with a sheet of paper in front of its camera. */
export const launchOptions = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${cameraFile}`,
  ],
};

export const launch = (more: readonly string[] = []) =>
  chromium.launch({ ...launchOptions, args: [...launchOptions.args, ...more] });

/** A browser whose profile stays in a folder, so that it can be closed and opened again. */
export const launchWithProfile = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { ...launchOptions, ...phone });
