import type { Citizen } from '../support/citizen.ts';
import { dayFromToday, fillsForm, lenasAnswers } from '../support/lena.ts';
import { assertReadable } from '../support/page-checks.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';
const terms = { service: 'Wohnung in Jena anmelden', days: 30 };

/** The neighbour makes a code: one service, a month, for whom she means. */
async function givesPower(siobhan: Citizen, label: string): Promise<string> {
  const { page } = siobhan;
  await siobhan.opens('/konto/vertretung');
  await siobhan.taps('Vollmacht geben', 'button');
  await siobhan.form.types('Für wen ist die Einladung?', label);
  await siobhan.form.ticks(terms.service);
  await siobhan.form.dates('Bis zu welchem Tag?', dayFromToday(terms.days));
  await siobhan.taps('Code erstellen', 'button');
  const offer = page.getByRole('article', { name: label });
  return (await offer.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? '';
}

async function bringsCode(helper: Citizen, code: string): Promise<void> {
  await helper.opens('/konto/vertretung');
  await helper.taps('Code einlösen', 'button');
  await helper.form.types('Code', code);
  await helper.taps('Code prüfen', 'button');
}

test('Lena is asked to act for a neighbour: she says no to one offer and yes to the next, acts, and it is taken from her', {
  tag: '@postgres',
}, async ({ newDevice, shared }) => {
  test.slow();
  const [siobhan, lena] = [await newDevice('phone', shared.origin), await newDevice('phone', shared.origin)];
  await siobhan.logsIn('Siobhán Ní Dhomhnaill');
  await lena.logsIn('Lena Okonkwo');
  const { page } = lena;
  const request = page.getByRole('article', { name: /Dhomhnaill/ });

  await test.step('an offer that Lena declines grants her nothing, and the neighbour is told', async () => {
    const code = await givesPower(siobhan, 'Lena von nebenan');
    await bringsCode(lena, code);
    await expect(request).toContainText('Wartet auf Ihre Antwort');
    await expect(request).toContainText(`nur: ${terms.service}`);
    await assertReadable(page, 'request');
    await lena.taps(/^Ablehnen/, 'button');
    await assertReadable(page, 'declining');
    await lena.taps('Ja, ablehnen', 'button');
    await expect(request).toHaveCount(0);
    await expect(page.getByText('Noch handeln Sie nur für sich selbst.')).toBeVisible();
    await siobhan.opens('/postfach');
    await siobhan.page.getByRole('link', { name: /^Ihre Einladung wurde abgelehnt/ }).click();
    await siobhan.seesPage('Für andere handeln');
    await expect(siobhan.page.getByRole('article', { name: 'Lena von nebenan' })).toContainText('Abgelehnt');
    lena.watched.expectErrors(/status of 404/);
    await bringsCode(lena, code);
    await expect(page.getByText(/Diesen Code/)).toBeVisible();
  });

  await test.step('the next one she accepts, after reading it', async () => {
    await bringsCode(lena, await givesPower(siobhan, 'Lena noch einmal'));
    await lena.taps(/^Annehmen/, 'button');
    await expect(request).toContainText('Vollmacht');
    await expect(request.getByRole('button', { name: /^Annehmen/ })).toHaveCount(0);
  });

  const reference =
    await test.step('she applies for her neighbour, in that service and in no other', async () => {
      await lena.opens('/dienste/gewerbe-ummelden/antrag');
      await expect(page.getByRole('link', { name: 'Antrag beginnen' })).toBeVisible();
      await lena.opens(form);
      await page.getByRole('radio', { name: /Dhomhnaill/ }).check();
      await lena.taps(/^Antrag für .*Dhomhnaill beginnen/, 'button');
      await fillsForm(lena, lenasAnswers());
      await lena.taps('Antrag absenden', 'button');
      const received = await lena.getsReceipt();
      await lena.taps('Vorgang ansehen');
      await expect(page.getByText(/Eingereicht von: Sie für .*Dhomhnaill\./)).toBeVisible();
      return received;
    });
  const caseAddress = new URL(page.url()).pathname;

  await test.step('both can read what was done: Lena her own acts, the neighbour who acted for her', async () => {
    await lena.opens('/konto/vertretung');
    await lena.taps(/^Was Sie getan haben/, 'button');
    const acts = page.getByRole('region', { name: /^Was Sie getan haben/ });
    await expect(acts.getByRole('listitem')).toContainText(['Antrag gestellt']);
    await expect(acts).toContainText(reference);
    await assertReadable(page, 'own acts');
    await siobhan.opens('/konto/zugriffe');
    const line = siobhan.page.getByRole('row').filter({ hasText: reference });
    await expect(line).toContainText('Für Sie einen Antrag gestellt');
    await expect(line).toContainText('Okonkwo');
    await siobhan.opens(caseAddress);
    await expect(siobhan.page.getByRole('list', { name: 'Verlauf' })).toContainText('Okonkwo');
  });

  await test.step('the neighbour ends it: Lena sees nothing of it any more, and can begin nothing for her', async () => {
    await siobhan.opens('/konto/vertretung');
    await siobhan.taps(/^Beenden.*Okonkwo/, 'button');
    await siobhan.taps('Ja, beenden', 'button');
    await expect(siobhan.page.getByRole('article', { name: /Okonkwo/ })).toHaveCount(0);
    await lena.opens(caseAddress);
    await expect(page.getByRole('heading', { name: 'Diesen Vorgang finden wir nicht' })).toBeVisible();
    await lena.opens('/postfach');
    await page.getByRole('link', { name: /^Eine Vertretung ist beendet/ }).click();
    await expect(page.getByText('Noch handeln Sie nur für sich selbst.')).toBeVisible();
    await lena.opens(form);
    await expect(page.getByRole('link', { name: 'Antrag beginnen' })).toBeVisible();
    await siobhan.opens(caseAddress);
    await expect(siobhan.page.getByText(/Eingereicht von: .*Okonkwo/)).toBeVisible();
  });
});
