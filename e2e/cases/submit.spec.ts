import type { Citizen, Person } from '../support/citizen.ts';
import { casesOfOwner } from '../support/database.ts';
import { fillsForm, landlordQuestion, lenasAnswers } from '../support/lena.ts';
import { noisyPhotograph } from '../support/pictures.ts';
import { expect, test } from '../support/test.ts';

const form = '/dienste/wohnsitz-anmelden/antrag';

/** Before the last tap, with a photograph of a few pieces. */
async function isReadyWithPhotograph(citizen: Citizen, person: Person): Promise<void> {
  const { page, camera } = citizen;
  await citizen.logsIn(person);
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
}

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
  expect(await casesOfOwner(shared, reference, begun)).toBe(1);
  await expect(page.getByRole('region', { name: 'Angefangen' })).toHaveCount(0);
  await citizen.taps('Vorgang ansehen');
  await expect(page.getByText(reference)).toBeVisible();
  await citizen.opens(form);
  await expect(page.getByRole('link', { name: 'Antrag beginnen' })).toBeVisible();
});

test('a connection cut in the middle of a photograph: the rest follows, nothing twice', async ({
  citizen,
}) => {
  const { page } = citizen;
  await isReadyWithPhotograph(citizen, 'Erika Mustermann');

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

test('Erika pauses what is sent, closes the app, and sends the rest later', async ({ ownPhone }) => {
  test.slow();
  let citizen = await ownPhone.opens();
  let { page } = citizen;
  await isReadyWithPhotograph(citizen, 'Erika Mustermann');
  // The first piece arrives, the next one hangs, as on a slow network.
  await page.route('**/uploads/**', async (route) => {
    if (route.request().headers()['upload-offset'] === '0' || route.request().method() !== 'PATCH')
      await route.fallback();
  });
  await citizen.taps('Antrag absenden', 'button');
  await citizen.seesPage('Vorgänge');
  const arrived = /262\s?kB|0,3\s?MB|256\s?kB/;
  await expect(page.getByRole('progressbar', { name: arrived })).toBeVisible();
  await citizen.outbox().getByRole('button', { name: 'Pausieren' }).click();
  await expect(page.getByRole('progressbar', { name: /^Pause: .+ sind angekommen/ })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Pausieren' })).toHaveCount(0);

  citizen = await ownPhone.opens();
  ({ page } = citizen);
  const pieces: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') pieces.push(Number(request.headers()['upload-offset']));
  });
  await citizen.opens('/vorgaenge');
  await expect(citizen.outbox()).toContainText(/Pause: .+ sind angekommen/);
  await expect(page.getByText('wird gerade gesendet')).toHaveCount(0);
  expect(pieces).toEqual([]);
  await citizen.taps('Weiter senden', 'button');
  await citizen.getsReceipt();
  expect(pieces[0]).toBeGreaterThan(0);
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
  expect(await casesOfOwner(shared, reference, begun)).toBe(1);
});
