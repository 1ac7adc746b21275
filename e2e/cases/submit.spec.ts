import { casesOfOwner } from '../support/database.ts';
import { fillsForm, landlordQuestion, lenasAnswers } from '../support/lena.ts';
import { noisyPhotograph } from '../support/pictures.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';

test('Lena sends without a network: it waits, goes by itself, and she gets a reference', async ({
  citizen,
  shared,
}) => {
  const begun = new Date();
  const { page } = citizen;
  await citizen.hasAppOnPhone();
  await citizen.logsIn('Lena Okonkwo');
  await citizen.opens(form);
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers({ prefilled: true }), 'Ihre Erklärungen');
  await citizen.losesNetwork();
  await fillsForm(citizen, lenasAnswers({ prefilled: true }).slice(-1));
  await citizen.taps('Antrag absenden', 'button');
  await citizen.seesPage('Vorgänge');
  await expect(citizen.outbox()).toContainText('Wartet auf Netz. Sie müssen nichts tun.');

  await citizen.isBackOnline();
  const reference = await citizen.getsReceipt();
  expect(casesOfOwner(shared.dataDir, reference, begun)).toBe(1);
  await expect(page.getByRole('region', { name: 'Angefangen' })).toHaveCount(0);
  await citizen.taps('Vorgang ansehen');
  await expect(page.getByText(reference)).toBeVisible();
  await citizen.opens(form);
  await expect(page.getByRole('link', { name: 'Antrag beginnen' })).toBeVisible();
});

test('a connection cut in the middle of a photograph: the rest follows, nothing twice', async ({
  citizen,
}) => {
  const { page, camera } = citizen;
  await citizen.logsIn('Erika Mustermann');
  await citizen.opens(form);
  await citizen.taps('Antrag beginnen');
  const question = 'Bestätigung der Vermieterin oder des Vermieters';
  await fillsForm(citizen, lenasAnswers({ prefilled: true }), question);
  await citizen.form.types('Wer vermietet Ihnen die Wohnung?', 'Wohnbau Jena');
  await page.getByLabel(`${landlordQuestion}: Datei auswählen`).setInputFiles({
    name: 'scharf.jpg',
    mimeType: 'image/jpeg',
    buffer: await noisyPhotograph(2000, 1500),
  });
  await camera.screen('Passen die Ecken?').getByRole('button', { name: 'Ganzes Bild nehmen' }).click();
  await camera.keeps();
  await citizen.form.goesOn();
  await fillsForm(citizen, lenasAnswers({ prefilled: true }).slice(-3));

  // The second piece of the picture meets a dead connection.
  const offsets: number[] = [];
  await page.route('**/uploads/**', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.fallback();
    offsets.push(Number(request.headers()['upload-offset']));
    // Slow enough to be seen.
    await new Promise((done) => setTimeout(done, 400));
    return offsets.length === 2 ? route.abort('connectionreset') : route.fallback();
  });
  await citizen.taps('Antrag absenden', 'button');
  await citizen.seesPage('Vorgänge');
  await expect(
    page.getByRole('progressbar', { name: /Unterlagen werden gesendet: .+ von .+/ }),
  ).toBeVisible();
  await citizen.getsReceipt();
  const [first, cut, resumed] = offsets;
  expect(first).toBe(0);
  expect(cut).toBeGreaterThan(0);
  expect(resumed).toBe(cut);
});

test('the same submission sent five times at once makes one case', async ({ citizen, shared }) => {
  const begun = new Date();
  const { page } = citizen;
  await citizen.logsIn('Siobhán Ní Dhomhnaill');
  await citizen.opens(form);
  await citizen.taps('Antrag beginnen');
  await fillsForm(citizen, lenasAnswers());
  const answers: unknown[] = [];
  await page.route('**/trpc/cases.submit*', async (route) => {
    const all = await Promise.all(Array.from({ length: 5 }, () => route.fetch()));
    answers.push(...(await Promise.all(all.map((answer) => answer.json()))));
    const [first] = all;
    if (first) await route.fulfill({ response: first });
  });
  await citizen.taps('Antrag absenden', 'button');
  const reference = await citizen.getsReceipt();
  expect(answers).toHaveLength(5);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(casesOfOwner(shared.dataDir, reference, begun)).toBe(1);
});
