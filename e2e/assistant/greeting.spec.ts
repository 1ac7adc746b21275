import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox } from '@jena/sandbox/start';
import { clockAt } from '../support/clock.ts';
import { PushDevice } from '../support/push-device.ts';
import { expect, test } from '../support/test.ts';
import { startProduct } from '../support/world.ts';

/** A Tuesday; the Bürgerservice opens at 8:30. */
const at = (clock: string) => clockAt(`2026-12-01T${clock}:00+01:00`);

test('Hanfried greets as the offices open, once a day, says why, and can be switched off', async ({
  ownPhone,
  shared,
}) => {
  test.slow();
  const dir = mkdtempSync(join(tmpdir(), 'jena-e2e-tuesday-'));
  cpSync(shared.sandbox.dir, dir, { recursive: true });
  const before = { ...process.env };
  Object.assign(process.env, at('08:00'));
  const sandbox = await startSandbox({ dir }).finally(() => {
    process.env = before;
  });
  const product = await startProduct({
    sandbox: sandbox.endpoints,
    webDist: shared.webDist,
    env: at('08:00'),
  });
  try {
    const citizen = await ownPhone.opens(product.origin);
    const { page } = citizen;
    const phone = new PushDevice(page, { sandbox: sandbox.endpoints });
    await phone.prepare(page.context());
    await citizen.hasAppOnPhone();
    await citizen.opens('/konto/mitteilungen');
    await page.getByRole('checkbox', { name: /^Hanfrieds Gruß/ }).check();
    await citizen.taps('Auf diesem Gerät speichern', 'button');
    await expect(page.getByText('Gespeichert. Sie können das jederzeit ändern.')).toBeVisible();

    await product.kill();
    await product.start(at('08:31'));
    const message = await phone.receives();
    const greeting = await phone.shows(message);
    expect(greeting.title).toBe('Guten Morgen! Die Online-Dienste sind besetzt.');
    expect(greeting.body).toContain('Soll ich helfen?');
    expect(greeting.body).toContain('weil Sie Hanfrieds Gruß eingeschaltet haben');
    expect(greeting.actions).toEqual(['Ja, bitte', 'Ausschalten']);
    await phone.taps();
    await expect(page).toHaveURL(/\/\?hanfried=1$/);

    await product.kill();
    await product.start(at('08:50'));
    await new Promise((done) => setTimeout(done, 3000));
    expect(await phone.waiting()).toBe(0);

    await phone.shows(message);
    await phone.taps('off');
    await expect(page).toHaveURL(/\/konto\/mitteilungen$/);
    await citizen.taps('Auf diesem Gerät ausschalten', 'button');
    await expect(page.getByText('Gespeichert. Sie können das jederzeit ändern.')).toBeVisible();
  } finally {
    await product.stop();
    await sandbox.stop();
    rmSync(dir, { recursive: true, force: true });
  }
});
