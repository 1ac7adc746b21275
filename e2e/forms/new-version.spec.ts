import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../support/test.ts';
import { startProduct } from '../support/world.ts';

test('a new version comes while a form is half filled: it is offered, nothing is interrupted or lost', async ({
  ownPhone,
  shared,
}) => {
  test.slow();
  const webDist = mkdtempSync(join(tmpdir(), 'jena-e2e-release-'));
  cpSync(shared.webDist, webDist, { recursive: true });
  const product = await startProduct({ sandbox: shared.sandbox, webDist });
  try {
    const citizen = await ownPhone.opens(product.origin);
    const { page } = citizen;
    // What was being counted when the server went is lost.
    citizen.watched.expectErrors(/\/zaehlen/);
    await citizen.hasAppOnPhone();
    await citizen.opens('/dienste/wohnsitz-anmelden/antrag/person');
    await citizen.form.types('Familienname', 'Okonkwo');

    // The city releases: another worker, all else may be the same.
    await product.kill();
    appendFileSync(join(webDist, 'sw.js'), '\n// another release\n');
    rmSync(join(webDist, 'sw.js.br'), { force: true });
    await product.start();
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

    const offer = page.getByRole('region', { name: 'Eine neue Fassung ist da' });
    await expect(offer).toBeVisible({ timeout: 20_000 });
    await expect(page.getByLabel('Familienname', { exact: true })).toHaveValue('Okonkwo');
    await citizen.form.types('Geburtsort', 'Erfurt');
    await expect(offer).toBeVisible();

    // Someone says yes in another window: this one stays as it is, because someone is typing here.
    await page.evaluate(() => performance.mark('the same page'));
    const other = await page.context().newPage();
    await other.goto(product.origin);
    const otherReloaded = other.waitForEvent('load');
    await other.getByRole('button', { name: 'Jetzt neu laden' }).click();
    await otherReloaded;
    await expect
      .poll(() =>
        other.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting === null),
      )
      .toBe(true);
    await other.close();
    await citizen.form.types('Alle Vornamen', 'Lena');
    expect(await page.evaluate(() => performance.getEntriesByName('the same page').length)).toBe(1);

    const reloaded = page.waitForEvent('load');
    await offer.getByRole('button', { name: 'Jetzt neu laden' }).click();
    await reloaded;
    await citizen.form.isOn('Angaben zu Ihnen');
    await expect(page.getByLabel('Familienname', { exact: true })).toHaveValue('Okonkwo');
    await expect(page.getByLabel('Geburtsort', { exact: true })).toHaveValue('Erfurt');
    await expect(page.getByRole('region', { name: 'Eine neue Fassung ist da' })).toHaveCount(0);
  } finally {
    await product.stop();
    rmSync(webDist, { recursive: true, force: true });
  }
});
