import type { Page } from '@playwright/test';
import { ownRelease } from '../support/release.ts';
import { expect, test } from '../support/test.ts';
import { startProduct } from '../support/world.ts';

const form = '/dienste/fundsache/antrag';

/** Whether the key has come with which this phone seals what is the person's. */
function holdsPersonKey(page: Page): Promise<boolean> {
  return page.evaluate(
    () =>
      new Promise<boolean>((done) => {
        const opening = indexedDB.open('jena-outbox');
        opening.onerror = () => done(false);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction('keys').objectStore('keys').getKey('person');
          reading.onsuccess = () => {
            db.close();
            done(reading.result !== undefined);
          };
        };
      }),
  );
}

test('Lena begins offline on the phone and finishes at the computer, after the form has changed', async ({
  shared,
  newDevice,
}) => {
  test.slow();
  const catalogue = ownRelease(shared.webDist);
  const product = await startProduct({ sandbox: shared.sandbox, webDist: catalogue.webDist });
  try {
    const phone = await newDevice('phone', product.origin);
    await phone.hasAppOnPhone();
    await phone.logsIn('Lena Okonkwo');
    // The phone learns whose it is a moment after the page stands.
    await expect.poll(() => holdsPersonKey(phone.page), { timeout: 20_000 }).toBe(true);
    await phone.losesNetwork();
    await phone.opens(form);
    await phone.taps('Antrag beginnen');
    await phone.form.chooses('Was möchten Sie melden?', 'Ich habe etwas verloren');
    await phone.form.picks('Was ist es?', 'Fahrrad');
    await phone.form.types('Wie sieht es aus?', 'Blau, mit Korb');
    await expect(phone.page.getByText(/Gespeichert um .* auf diesem Gerät/)).toBeVisible();
    await phone.isBackOnline();
    await expect(phone.page.getByText(/Gespeichert um .* in Ihrem Konto/)).toBeVisible({ timeout: 20_000 });

    await product.kill();
    catalogue.release('fundsache', (file) => {
      for (const { fields } of file.pages)
        for (const field of fields) {
          if (field.name === 'beschreibung') field.label.de = 'Woran erkennt man es?';
          if (field.showWhen?.value === 'Fahrrad') field.showWhen.value = 'Zweirad';
          if (field.name !== 'art' || !field.options) continue;
          field.options = field.options.map((option) =>
            option.value === 'Fahrrad'
              ? { value: 'Zweirad', label: { de: 'Fahrrad oder Roller', en: 'Bicycle or scooter' } }
              : option,
          );
        }
    });
    await product.start(catalogue.env);

    const computer = await newDevice('computer', product.origin);
    await computer.logsIn('Lena Okonkwo');
    await computer.goesTo('Start');
    const waiting = computer.page.getByRole('region', { name: 'Das wartet auf Sie' });
    await expect(waiting).toContainText('Angefangen, zuletzt heute');
    await waiting.getByRole('link', { name: 'Weiter, wo Sie waren' }).click();
    await computer.form.isOn('Verloren oder gefunden');

    const news = computer.page.getByRole('status').filter({ hasText: 'Diese 2 Fragen haben sich geändert' });
    await expect(news).toContainText('Ihre Antwort bisher: Fahrrad');
    await expect(news).toContainText('Ihre Antwort: Blau, mit Korb');
    await news.getByRole('link', { name: 'Was ist es?' }).click();
    await expect(computer.page.getByLabel('Was ist es?')).toBeFocused();
    await computer.form.picks('Was ist es?', 'Fahrrad oder Roller');
    await computer.taps('Verstanden', 'button');
    await expect(news).toHaveCount(0);
    await expect(computer.page.getByLabel('Woran erkennt man es?')).toHaveValue('Blau, mit Korb');
    await computer.form.goesOn();
    await computer.form.isOn('Wann und wo');
    await computer.form.dates('An welchem Tag?', '2026-10-05');
    await computer.form.types('Wo war es?', 'Am Holzmarkt');
    await computer.form.goesOn();
    await computer.form.isOn('Angaben zu Ihnen');
    await computer.form.goesOn();
    await computer.form.types('E-Mail-Adresse', 'lena@example.org');
    await computer.form.goesOn();
    await computer.form.ticks('Ich habe die Datenschutzhinweise gelesen.');
    await computer.form.goesOn();
    await computer.form.isOn('Prüfen und absenden');
    await computer.taps('Antrag absenden', 'button');
    await computer.getsReceipt();

    // The computer tells the account within a minute after the receipt; the phone hears of it whenever it is looked at.
    await expect(async () => {
      await phone.opens('/vorgaenge');
      await expect(phone.page.getByRole('link', { name: /Fundbüro.*Eingegangen/ })).toBeVisible();
      await expect(phone.page.getByRole('region', { name: 'Angefangen' })).toHaveCount(0, { timeout: 3_000 });
    }).toPass({ timeout: 90_000 });
  } finally {
    await product.stop();
    catalogue.discard();
  }
});
