import { defineConfig } from '@playwright/test';
import { cameraFile } from './support/camera.ts';

const ci = process.env['CI'] !== undefined;

/** The journeys, on the built product with its service worker. Found only by role and label: what a person can find. */
export default defineConfig({
  testDir: '.',
  testMatch: '*/*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './support/setup.ts',
  fullyParallel: false,
  workers: 2,
  retries: ci ? 2 : 1,
  forbidOnly: ci,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list', { printSteps: false }]],
  use: {
    browserName: 'chromium',
    headless: true,
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
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
    },
  },
});
