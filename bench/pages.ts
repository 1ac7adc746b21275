// A scan of 300 pages through the built product: taken in, checked, downloaded; with what its process needs for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startSandbox } from '@jena/sandbox/start';
import { newId } from '@jena/shared/kernel';
import { type APIRequestContext, expect } from '@playwright/test';
import { paintCameraFilm } from '../e2e/support/camera.ts';
import { Citizen } from '../e2e/support/citizen.ts';
import { phone } from '../e2e/support/devices.ts';
import { fullPaper, scanOf } from '../e2e/support/pdf.ts';
import { watch } from '../e2e/support/watch.ts';
import { startProduct } from '../e2e/support/world.ts';
import { launch } from '../scripts/support/chromium.ts';
import { atLeast, atMost, type Figures } from './figures.ts';

const pages = 300;
const downloads = 20;
const atOnce = 4;

/** Memory of a process in MB: what it has now, and the most since the last look from here. */
function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1000;
  return { now: field('VmRSS'), most: field('VmHWM') };
}

/** From now on `most` counts anew (proc(5): 5 in clear_refs). */
function forgetMost(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

/** Sends a file as any tus client does, in one piece; resolves when it is checked. */
async function send(http: APIRequestContext, origin: string, content: Buffer): Promise<string> {
  const documentId = newId<'document'>();
  const metadata = { documentId, filename: 'Akte.pdf', filetype: 'application/pdf' };
  const tus = { 'tus-resumable': '1.0.0', 'x-jena-client': '1', origin };
  const words = Object.entries(metadata).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  );
  await http.post(`${origin}/uploads`, {
    headers: { ...tus, 'upload-length': String(content.length), 'upload-metadata': words.join(',') },
  });
  await http.patch(`${origin}/uploads/${documentId}`, {
    headers: { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    data: content,
  });
  const isThere = async () => (await http.head(`${origin}/files/${documentId}`)).status();
  await expect.poll(isThere, { timeout: 120_000 }).toBe(200);
  return documentId;
}

/** Reads a document to its end without keeping it; gives its bytes. */
async function download(address: string, cookie: string): Promise<number> {
  const answer = await fetch(address, { headers: { cookie } });
  let bytes = 0;
  for await (const part of answer.body ?? []) bytes += part.byteLength;
  return bytes;
}

export async function pagesBench(): Promise<Figures> {
  const content = await scanOf(pages, fullPaper);
  await paintCameraFilm();
  const sandbox = await startSandbox();
  const webDist = resolve(import.meta.dirname, '../apps/web/dist');
  const product = await startProduct({ sandbox: sandbox.endpoints, webDist });
  const browser = await launch();
  try {
    const { origin } = product;
    const context = await browser.newContext({ ...phone, baseURL: origin });
    const citizen = new Citizen(await context.newPage(), origin, watch(context, origin));
    await citizen.logsIn('Erika Mustermann');
    const pid = product.pid();

    forgetMost(pid);
    const begun = memoryOf(pid).now;
    const id = await send(citizen.page.request, origin, content);
    const taken = memoryOf(pid);
    console.log(
      `${pages} pages, ${Math.round(content.length / 1e6)} MB, taken in and checked: ` +
        `${Math.round(begun)} MB before, at most ${Math.round(taken.most)} MB meanwhile, ${Math.round(taken.now)} MB after`,
    );

    const cookies = await context.cookies(origin);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const address = `${origin}/files/${id}?download`;
    const size = Number(
      (await fetch(address, { method: 'HEAD', headers: { cookie } })).headers.get('content-length'),
    );
    // Once, so that code and buffers are there before memory is looked at.
    await download(address, cookie);
    forgetMost(pid);
    const before = memoryOf(pid).now;
    const read: number[] = [];
    for (let done = 0; done < downloads; done += atOnce)
      read.push(...(await Promise.all(Array.from({ length: atOnce }, () => download(address, cookie)))));
    const { now, most } = memoryOf(pid);
    console.log(
      `downloaded ${downloads} times, ${atOnce} at once: ${Math.round(before)} MB before, ` +
        `at most ${Math.round(most)} MB meanwhile, ${Math.round(now)} MB after`,
    );
    const whole = read.filter((bytes) => bytes === size && size > 0).length;
    return {
      whole: atLeast((whole / downloads) * 100, '%', 100),
      // Node frees buffers once 64 MB of them wait; four documents held whole would be several times more.
      'download.memory.growth': atMost(most - before, 'MB', 80),
      'intake.memory.growth': atMost(taken.most - begun, 'MB', 250),
    };
  } finally {
    await browser.close();
    await product.stop();
    await sandbox.stop();
  }
}
