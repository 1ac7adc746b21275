// Uploads through the product's own outbox in a browser, over a link that is cut again and again.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { startSandbox } from '@jena/sandbox/start';
import { type Browser, expect, type Page } from '@playwright/test';
import { paintCameraFilm } from '../e2e/support/camera.ts';
import { Citizen } from '../e2e/support/citizen.ts';
import { uploadedDocuments } from '../e2e/support/database.ts';
import { phone } from '../e2e/support/devices.ts';
import { fillsForm, landlordQuestion, lenasAnswers } from '../e2e/support/lena.ts';
import { watch } from '../e2e/support/watch.ts';
import { startProduct } from '../e2e/support/world.ts';
import { launch } from '../scripts/support/chromium.ts';
import { atLeast, atMost, type Figures, median } from './figures.ts';
import { type BigPdf, bigPdf } from './upload/big-pdf.ts';
import { type Cut, type Link, startLink } from './upload/link.ts';

const fileBytes = 20_000_000;
/** Usual mobile data: 10 Mbit/s up, 40 ms there and back; a lift takes a second and a half. */
const mobile = { bytesPerSecond: 1_250_000, delay: 20, lift: 1_500 };
const losses = 12;
const resets = 8;
const runs = 3;

/** Anywhere in the file, a part of it for each, so that the next one comes after the upload went on. */
function cutsOf(kind: Cut['kind'], count: number): Cut[] {
  const room = (fileBytes * 0.96) / count;
  return Array.from({ length: count }, (_, index) => {
    return { kind, afterBytes: Math.round((index + 0.1 + 0.9 * Math.random()) * room) };
  });
}

/** Answers the whole form with this file as the landlord's confirmation; gives the citizen before the last tap. */
async function readyToSend(browser: Browser, origin: string, file: string): Promise<Citizen> {
  const context = await browser.newContext({ ...phone, baseURL: origin });
  const citizen = new Citizen(await context.newPage(), origin, watch(context, origin));
  await citizen.logsIn('Erika Mustermann');
  await citizen.opens('/dienste/wohnsitz-anmelden/antrag');
  await citizen.taps('Antrag beginnen');
  const answers = lenasAnswers({ prefilled: true });
  const question = 'Bestätigung der Vermieterin oder des Vermieters';
  await fillsForm(citizen, answers, question);
  await citizen.form.types('Wer vermietet Ihnen die Wohnung?', 'Wohnbau Jena');
  await citizen.page.getByLabel(`${landlordQuestion}: Datei auswählen`).setInputFiles(file);
  await citizen.camera.pages(landlordQuestion).first().waitFor();
  await citizen.form.goesOn();
  await fillsForm(citizen, answers.slice(answers.findIndex(({ title }) => title === question) + 1));
  return citizen;
}

/** Reads the document back as its owner until the check is through; says whether it is what was sent. */
async function arrived(page: Page, id: string, { picture }: BigPdf): Promise<boolean> {
  const address = `/files/${id}`;
  await expect.poll(async () => (await page.request.get(address)).status(), { timeout: 60_000 }).toBe(200);
  return (await (await page.request.get(address)).body()).includes(picture);
}

type Sent = { seconds: number; twice: readonly number[]; whole: boolean };

/** From the tap until the server has every byte, cuts and the outbox's waiting included; then reads it back. */
async function send({ page }: Citizen, link: Link, pdf: BigPdf, cuts: readonly Cut[]): Promise<Sent> {
  link.begin(cuts);
  const began = performance.now();
  const last = page.waitForResponse(
    (answer) =>
      answer.request().method() === 'PATCH' && answer.headers()['upload-offset'] === String(fileBytes),
    { timeout: 240_000 },
  );
  await page.getByRole('button', { name: 'Antrag absenden' }).click();
  const id = new URL((await last).url()).pathname.split('/').at(-1) ?? '';
  const seconds = (performance.now() - began) / 1000;
  const twice = link.twice(fileBytes);
  const whole = await arrived(page, id, pdf);
  await page.context().close();
  return { seconds, twice, whole };
}

/** Seconds for the same bytes as one plain request. */
async function sendPlain(page: Page): Promise<number> {
  return page.evaluate(async (bytes) => {
    const body = new Blob([new Uint8Array(bytes)]);
    const began = performance.now();
    await fetch('/plain', { method: 'POST', body });
    return (performance.now() - began) / 1000;
  }, fileBytes);
}

function told(kind: string, { seconds, twice, whole }: Sent): void {
  const total = twice.reduce((sum, bytes) => sum + bytes, 0);
  console.log(
    `${twice.length} times ${kind}: ${seconds.toFixed(1)} s, ${whole ? 'whole' : 'NOT WHOLE'}, ` +
      `sent twice ${total} bytes in all; after each: ${twice.join(', ')}`,
  );
}

/** The worst of all cuts, in % of the document. */
const worst = ({ twice }: Sent) => (Math.max(...twice) / fileBytes) * 100;

export async function upload(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'jena-upload-'));
  const file = join(folder, 'mietvertrag.pdf');
  const pdf = bigPdf(fileBytes);
  writeFileSync(file, pdf.content);
  await paintCameraFilm();
  const link = await startLink(mobile);
  const sandbox = await startSandbox();
  const product = await startProduct({
    sandbox: sandbox.endpoints,
    webDist: resolve(import.meta.dirname, '../apps/web/dist'),
    env: { PUBLIC_ORIGIN: link.origin },
  });
  link.leadTo(Number(new URL(product.origin).port));
  const browser = await launch();
  try {
    const page = await (await browser.newContext({ ...phone, baseURL: link.origin })).newPage();
    await page.goto('/');
    const sendWith = async (cuts: readonly Cut[]) =>
      send(await readyToSend(browser, link.origin, file), link, pdf, cuts);
    const [uncut, plain]: [Sent[], number[]] = [[], []];
    for (let run = 0; run < runs; run++) {
      uncut.push(await sendWith([]));
      plain.push(await sendPlain(page));
    }
    const lost = await sendWith(cutsOf('lost', losses));
    const reset = await sendWith(cutsOf('reset', resets));
    told('lost', lost);
    told('reset', reset);
    const times = uncut.map(({ seconds }) => seconds);
    const list = (seconds: number[]) => seconds.map((time) => time.toFixed(2)).join(', ');
    console.log(
      `${fileBytes / 1e6} MB, ${(mobile.bytesPerSecond * 8) / 1e6} Mbit/s up, ${2 * mobile.delay} ms there and back: ` +
        `by the outbox ${list(times)} s, as one plain request ${list(plain)} s`,
    );
    const sent = [...uncut, lost, reset];
    const known = await uploadedDocuments(product);
    return {
      sentTwiceAfterLoss: atMost(worst(lost), '% of the document, worst cut', 1),
      sentTwiceAfterReset: atMost(worst(reset), '% of the document, worst cut', 1),
      whole: atLeast((sent.filter(({ whole }) => whole).length / sent.length) * 100, '%', 100),
      arrivedMoreThanOnce: atMost(known - sent.length, 'documents', 0),
      throughputToPlain: atLeast(median(plain) / median(times), 'ratio', 0.9),
    };
  } finally {
    await browser.close();
    await product.stop();
    await sandbox.stop();
    await link.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
