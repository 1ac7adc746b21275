import type { Receipt } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import type { Page } from '@playwright/test';
import { callsOf } from '../support/calls.ts';
import type { Caseworker } from '../support/caseworker.ts';
import type { Citizen } from '../support/citizen.ts';
import { answersOf } from '../support/form-cases.ts';
import { assertFits, assertReadable } from '../support/page-checks.ts';
import { scanOf } from '../support/pdf.ts';
import { expect, test } from '../support/test.ts';

const simple = answersOf('meldebescheinigung', /^a simple/);

/** A case of this person, as their phone would send it; the form itself has journeys of its own. */
async function hasApplied(citizen: Citizen): Promise<Receipt> {
  await citizen.logsIn('Erika Mustermann');
  const calls = callsOf(citizen.page.request, citizen.origin, 'citizen');
  return calls.mutate<Receipt>('cases.submit', {
    serviceSlug: 'meldebescheinigung',
    formVersion: 1,
    attachments: [],
    language: 'de',
    idempotencyKey: newId<'idempotency'>(),
    answers: simple,
  });
}

async function opens(caseworker: Caseworker, { reference }: Receipt): Promise<void> {
  await caseworker.logsIn();
  await caseworker.opensQueue('Neu');
  await caseworker.opensCase(reference);
}

type File = { name: string; mimeType: string; buffer: Buffer };

/** Picks a file with the keyboard: the button is what people reach. */
async function picks(page: Page, file: File): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Datei anhängen' }).press('Enter');
  await (await chooser).setFiles(file);
}

/** Lets a file fall onto the message, as from a folder of the desk's computer. */
async function drops(page: Page, { name, mimeType, buffer }: File): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([base64, name, type]) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], name, { type }));
      return data;
    },
    [buffer.toString('base64'), name, mimeType] as const,
  );
  const place = page.getByText('oder PDF und Bilder hierher ziehen');
  await place.dispatchEvent('dragover', { dataTransfer: transfer });
  await place.dispatchEvent('drop', { dataTransfer: transfer });
}

const pdf = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

test('Jonas sends a leaflet with a message; Erika opens it in the case and finds it in her vault', {
  tag: '@postgres',
}, async ({ citizen, caseworker }) => {
  test.slow();
  const received = await hasApplied(citizen);
  const { page } = caseworker;
  await opens(caseworker, received);
  const files = page.getByRole('list', { name: 'Angehängte Dateien' });
  const message = page.getByLabel('Nachricht an die Person');

  await test.step('a file that is none is refused in a sentence, and what he typed stays', async () => {
    await message.fill('Im Anhang finden Sie das Merkblatt.');
    await drops(page, pdf('Notiz.pdf', Buffer.from('kein PDF')));
    await expect(files.getByRole('alert')).toContainText('Die Datei ist kein Bild und kein PDF.');
    await page.getByRole('button', { name: 'Nachricht senden' }).click();
    await expect(page.getByText('Eine Datei lässt sich nicht senden.')).toBeVisible();
    await expect(message).toHaveValue('Im Anhang finden Sie das Merkblatt.');
    await files.getByRole('button', { name: /^Entfernen.*Notiz\.pdf/ }).click();
    await expect(files).toHaveCount(0);
  });

  await test.step('he attaches the leaflet with the keyboard and sends it when it is checked', async () => {
    await picks(page, pdf('Merkblatt Umzug.pdf', await scanOf(2)));
    await expect(files).toContainText('Geprüft.');
    await assertReadable(page, 'a message with a file at the desk');
    await page.getByRole('button', { name: 'Nachricht senden' }).press('Enter');
    await expect(page.getByText('Die Nachricht ist verschickt.')).toBeVisible();
    await expect(message).toHaveValue('');
    await expect(files).toHaveCount(0);
  });

  await test.step('Erika reads the message on her phone and opens the document', async () => {
    await citizen.opens(`/vorgaenge/${received.caseId}`);
    const thread = citizen.page.getByRole('list', { name: 'Nachrichten' });
    await expect(thread).toContainText('Im Anhang finden Sie das Merkblatt.');
    const link = thread.getByRole('link', { name: /Merkblatt Umzug\.pdf/ });
    await assertReadable(citizen.page, 'a case with a file of the office');
    await assertFits(citizen.page, 'a case with a file of the office');
    const file = await citizen.page.request.get(citizen.origin + (await link.getAttribute('href')));
    expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('it lies in her vault, from the city, also without a network', async () => {
    await citizen.opens('/konto/tresor');
    await citizen.taps(/^Merkblatt Umzug/);
    await expect(citizen.page.getByText('Von der Stadt Jena')).toBeVisible();
    await expect(citizen.page.getByText('2 Seiten').first()).toBeVisible();
    await citizen.losesNetwork();
    await citizen.page.reload();
    await expect(citizen.page.getByRole('heading', { name: 'Merkblatt Umzug' })).toBeVisible();
    await citizen.isBackOnline();
  });

  await test.step('Jonas sees it beside the case', async () => {
    await page
      .getByRole('link', { name: /^Merkblatt Umzug\.pdf/ })
      .first()
      .click();
    await expect(caseworker.evidence().getByRole('heading', { name: 'Merkblatt Umzug.pdf' })).toBeVisible();
  });
});

test('300 pages are shown without making 300 pages: by the first picture, and by the browser’s own viewer', async ({
  citizen,
  caseworker,
}) => {
  test.slow();
  const received = await hasApplied(citizen);
  const { page } = caseworker;
  await opens(caseworker, received);
  await page.getByLabel('Nachricht an die Person').fill('Anbei die ganze Akte.');
  await picks(page, pdf('Akte.pdf', await scanOf(300)));
  await expect(page.getByRole('list', { name: 'Angehängte Dateien' })).toContainText('Geprüft.', {
    timeout: 60_000,
  });
  await page.getByRole('button', { name: 'Nachricht senden' }).click();
  await expect(page.getByText('Die Nachricht ist verschickt.')).toBeVisible();

  await test.step('the desk shows it beside the case in one frame, and goes on working', async () => {
    await page
      .getByRole('link', { name: /^Akte\.pdf/ })
      .first()
      .click();
    const papers = caseworker.evidence();
    await expect(papers.getByRole('heading', { name: 'Akte.pdf' })).toBeVisible();
    expect(await papers.locator('iframe, img, canvas').count()).toBeLessThanOrEqual(1);
    await page.getByLabel('Nachricht an die Person').fill('Noch etwas.');
    await expect(page.getByLabel('Nachricht an die Person')).toHaveValue('Noch etwas.');
  });

  await test.step('the person sees how many pages it has and one picture, and gets all of them', async () => {
    await citizen.opens('/konto/tresor');
    await citizen.taps(/^Akte/);
    const { page: phone } = citizen;
    const open = phone.getByRole('link', { name: 'Öffnen (300 Seiten)' });
    await expect(open).toBeVisible();
    await expect(phone.getByRole('main').getByRole('img')).toHaveCount(1);
    expect(await phone.locator('iframe, canvas').count()).toBe(0);
    const file = await phone.request.get(citizen.origin + (await open.getAttribute('href')));
    const body = await file.body();
    expect(body.length).toBe(Number(file.headers()['content-length']));
    expect(body.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(300);
  });
});
