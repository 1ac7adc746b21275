import { existsSync, readFileSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { serve } from '@hono/node-server';
import { type AccountId, type Actor, anonymous, type DocumentId, newId } from '@jena/shared/kernel';
import { accountQuotaBytes, maxUploadBytes } from '@jena/shared/vault';
import { Hono } from 'hono';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../platform/db/store.ts';
import { readEventsAbout } from '../../platform/events.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { openTestSqlite } from '../../platform/testing/stores.ts';
import { vaultRoutes } from './vault.http.ts';
import type { MayStaffRead } from './vault.serve.ts';
import { harmlessPdf, openTestVault, type TestVault } from './vault.testing.ts';

const erika = citizenActor();
const henrik = citizenActor();
const caseworker = staffActor('caseworker');
const actors: Record<string, Actor> = { erika, henrik, caseworker };

let store: Store;
let test: TestVault;
let app: Hono;
let mayStaffRead: MayStaffRead;

beforeEach(async () => {
  store = await openTestSqlite();
  test = await openTestVault(store);
  app = new Hono();
  mayStaffRead = async () => ({ allowed: false });
  vaultRoutes(app, {
    ...test.vault,
    log: test.log,
    authenticate: async (request) => actors[request.headers.get('x-test-actor') ?? ''] ?? anonymous,
    mayStaffRead: (db, staff, id) => mayStaffRead(db, staff, id),
  });
});
afterEach(async () => {
  await store.close();
  test.close();
});

type As = { as?: keyof typeof actors; headers?: Record<string, string>; body?: Uint8Array };

function send(method: string, path: string, { as = 'erika', headers = {}, body }: As = {}) {
  return app.request(path, {
    method,
    headers: { 'x-test-actor': as, 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body: new Uint8Array(body) } : {}),
  });
}

const base64 = (text: string) => Buffer.from(text).toString('base64');
const metadata = (id: string, name = 'Küche.jpg', type = 'image/jpeg') =>
  `documentId ${base64(id)},filename ${base64(name)},filetype ${base64(type)}`;

function create(id: string, length: number, options: As & { name?: string; type?: string } = {}) {
  return send('POST', '/uploads', {
    ...options,
    headers: {
      'upload-length': String(length),
      'upload-metadata': metadata(id, options.name, options.type),
      ...options.headers,
    },
  });
}

function patch(id: string, offset: number, body: Uint8Array, options: As = {}) {
  return send('PATCH', `/uploads/${id}`, {
    ...options,
    headers: { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    body,
  });
}

const offsetOf = (response: Response) => Number(response.headers.get('upload-offset'));
const codeOf = async (response: Response) =>
  ((await response.json()) as { error: { appCode: string } }).error.appCode;
const rowOf = (id: DocumentId) => test.vault.documents.byId(store.read, id);
const newDocument = () => newId<'document'>() as DocumentId;

async function stored(content: Buffer, type: string, name: string, as: keyof typeof actors = 'erika') {
  const id = newDocument();
  expect((await create(id, content.length, { as, type, name })).status).toBe(201);
  expect((await patch(id, 0, content, { as })).status).toBe(204);
  await test.jobs.drain();
  return id;
}

const picture = () =>
  sharp({ create: { width: 800, height: 500, channels: 3, background: '#258' } })
    .jpeg()
    .toBuffer();

describe('an upload', () => {
  it('arrives in two pieces, is checked, and can be read', async () => {
    const [id, content] = [newDocument(), await picture()];
    const created = await create(id, content.length);
    expect([created.status, created.headers.get('location')]).toEqual([201, `/uploads/${id}`]);
    const first = await patch(id, 0, content.subarray(0, 1000));
    expect([first.status, offsetOf(first)]).toEqual([204, 1000]);
    expect((await rowOf(id))?.state).toBe('uploading');
    const second = await patch(id, 1000, content.subarray(1000));
    expect([second.status, offsetOf(second)]).toEqual([204, content.length]);
    expect((await rowOf(id))?.state).toBe('checking');
    await test.jobs.drain();
    const read = await send('GET', `/files/${id}`);
    expect(read.status).toBe(200);
    expect((await sharp(Buffer.from(await read.arrayBuffer())).metadata()).width).toBe(800);
  });

  it('tells where it stopped, and a repeated creation leads back to it', async () => {
    const [id, content] = [newDocument(), await picture()];
    await create(id, content.length);
    await patch(id, 0, content.subarray(0, 700));
    const again = await create(id, content.length);
    expect([again.status, again.headers.get('location')]).toEqual([409, `/uploads/${id}`]);
    const head = await send('HEAD', `/uploads/${id}`);
    expect([head.status, offsetOf(head), head.headers.get('upload-length')]).toEqual([
      200,
      700,
      String(content.length),
    ]);
    expect((await patch(id, 500, content.subarray(500))).status).toBe(409);
    expect((await patch(id, 700, content.subarray(700))).status).toBe(204);
  });

  it('counts as received for whoever asks later, long after the original is gone', async () => {
    const content = await picture();
    const id = await stored(content, 'image/jpeg', 'a.jpg');
    const head = await send('HEAD', `/uploads/${id}`);
    expect([head.status, offsetOf(head)]).toEqual([200, content.length]);
    expect((await create(id, content.length)).status).toBe(409);
    expect((await patch(id, 0, content)).status).toBe(409);
    expect((await send('DELETE', `/uploads/${id}`)).status).toBe(409);
    expect((await rowOf(id))?.state).toBe('available');
  });

  it('keeps no name in the clear beside the file', async () => {
    const id = newDocument();
    await create(id, 5000, { name: 'Diagnose Mustermann.jpg' });
    const note = readFileSync(`${test.vault.uploads.pathOf(id)}.json`, 'utf8');
    expect(note).not.toContain('Diagnose');
    expect((await send('HEAD', `/uploads/${id}`)).headers.get('upload-metadata')).not.toContain(
      base64('Diagnose Mustermann.jpg'),
    );
  });

  it('begins again when the process died before its file was made', async () => {
    const [id, content] = [newDocument(), await picture()];
    await create(id, content.length);
    await test.vault.uploads.discard(id);
    expect((await send('HEAD', `/uploads/${id}`)).status).toBe(404);
    expect((await create(id, content.length)).status).toBe(201);
    expect((await patch(id, 0, content)).status).toBe(204);
  });

  it('is handed to the check although the process died right after the last byte', async () => {
    const [id, content] = [newDocument(), await picture()];
    await create(id, content.length);
    const { tus } = test.vault.uploads;
    await tus.write(Readable.from([content]), id, 0);
    expect((await rowOf(id))?.state).toBe('uploading');
    expect(offsetOf(await send('HEAD', `/uploads/${id}`))).toBe(content.length);
    await test.jobs.drain();
    expect((await rowOf(id))?.state).toBe('available');
  });

  it('that is cut in the middle of a piece goes on from what arrived', async () => {
    const [id, content] = [newDocument(), Buffer.concat([await picture(), Buffer.alloc(2_000_000)])];
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
    try {
      await create(id, content.length);
      await sendAndHangUp((server.address() as AddressInfo).port, id, content, 600_000);
      const reached = await eventually(async () => offsetOf(await send('HEAD', `/uploads/${id}`)));
      expect(reached).toBeGreaterThan(0);
      expect(reached).toBeLessThan(content.length);
      expect((await patch(id, reached, content.subarray(reached))).status).toBe(204);
      expect(readFileSync(test.vault.uploads.pathOf(id)).equals(content)).toBe(true);
    } finally {
      server.close();
    }
  });

  it('that nobody finishes is forgotten after a day; a complete one is kept', async () => {
    const [left, full, content] = [newDocument(), newDocument(), await picture()];
    await create(left, content.length);
    await patch(left, 0, content.subarray(0, 100));
    await create(full, content.length);
    await test.vault.uploads.tus.write(Readable.from([content]), full, 0);
    test.clock.advance(23 * 3_600_000);
    await test.jobs.drain();
    expect((await rowOf(left))?.state).toBe('uploading');
    test.clock.advance(2 * 3_600_000);
    await test.jobs.drain();
    expect(await rowOf(left)).toBeUndefined();
    expect(existsSync(test.vault.uploads.pathOf(left))).toBe(false);
    expect((await rowOf(full))?.state).toBe('available');
    expect((await create(left, content.length)).status).toBe(201);
  });

  it('that its owner gives up is gone', async () => {
    const id = newDocument();
    await create(id, 100);
    expect((await send('DELETE', `/uploads/${id}`)).status).toBe(204);
    expect((await send('HEAD', `/uploads/${id}`)).status).toBe(404);
    expect(existsSync(test.vault.uploads.pathOf(id))).toBe(false);
  });
});

describe('an upload is refused', () => {
  it('without a login, with each method', async () => {
    const id = newDocument();
    await create(id, 100);
    for (const as of ['nobody', 'caseworker'] as const) {
      const answers = [
        await create(newDocument(), 100, { as }),
        await send('HEAD', `/uploads/${id}`, { as }),
        await patch(id, 0, Buffer.alloc(10), { as }),
        await send('DELETE', `/uploads/${id}`, { as }),
      ];
      expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 401]);
    }
    expect((await rowOf(id))?.state).toBe('uploading');
  });

  it('to another person, who does not learn that it exists', async () => {
    const id = newDocument();
    await create(id, 100);
    const as = 'henrik';
    const answers = [
      await create(id, 100, { as }),
      await send('HEAD', `/uploads/${id}`, { as }),
      await patch(id, 0, Buffer.alloc(10), { as }),
      await send('DELETE', `/uploads/${id}`, { as }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    expect(offsetOf(await send('HEAD', `/uploads/${id}`))).toBe(0);
  });

  it('above the size limit, with a sentence for the person', async () => {
    const answer = await create(newDocument(), maxUploadBytes + 1);
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'vault.too_large']);
    expect((await create(newDocument(), maxUploadBytes)).status).toBe(201);
  });

  it('beyond what it declared', async () => {
    const id = newDocument();
    await create(id, 100);
    expect((await patch(id, 0, Buffer.alloc(200))).status).toBe(413);
  });

  it('above what one person may store', async () => {
    for (let used = 0; used < accountQuotaBytes; used += maxUploadBytes)
      expect((await create(newDocument(), maxUploadBytes)).status).toBe(201);
    const answer = await create(newDocument(), 1);
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'vault.quota_exceeded']);
    expect((await create(newDocument(), 1, { as: 'henrik' })).status).toBe(201);
  });

  it.each([
    ['a made-up id', '../../etc/passwd', '100'],
    ['no length', 'aaaaaaaaaaaaaaaaaaaaaaaaaa', ''],
    ['a negative length', 'aaaaaaaaaaaaaaaaaaaaaaaaaa', '-1'],
  ])('with %s', async (_what, id, length) => {
    const headers = { 'upload-length': length, 'upload-metadata': metadata(id) };
    const answer = await send('POST', '/uploads', { headers });
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'platform.bad_input']);
  });

  it('without the header that only our own pages can send', async () => {
    const answer = await create(newDocument(), 100, { headers: { 'tus-resumable': '' } });
    expect(answer.status).toBe(400);
  });

  it('for reading back what was sent, and for telling other sites what they may do', async () => {
    const id = newDocument();
    const created = await create(id, 100);
    expect(created.headers.get('access-control-allow-origin')).toBeNull();
    expect((await send('GET', `/uploads/${id}`)).status).toBe(405);
    expect((await send('OPTIONS', `/uploads/${id}`)).status).toBe(405);
  });
});

describe('a document', () => {
  it('comes with headers that let nothing in it act', async () => {
    const id = await stored(await picture(), 'image/jpeg', 'Übergabe "Schlüssel".jpg');
    const { headers } = await send('GET', `/files/${id}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="U_bergabe Schlu_ssel.jpg"; filename*=UTF-8''${encodeURIComponent('Übergabe Schlüssel.jpg')}`,
    );
    const download = await send('GET', `/files/${id}?download`);
    expect(download.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('comes whole, and its size is told before', async () => {
    const id = await stored(harmlessPdf, 'application/pdf', 'Vertrag.pdf');
    const head = await send('HEAD', `/files/${id}`);
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(harmlessPdf.length)]);
    const read = await send('GET', `/files/${id}`);
    expect(Buffer.from(await read.arrayBuffer()).equals(harmlessPdf)).toBe(true);
    expect((await send('GET', `/files/${id}/preview`)).status).toBe(404);
  });

  it('has a small preview when it is a picture', async () => {
    const id = await stored(await picture(), 'image/jpeg', 'a.jpg');
    const preview = await send('GET', `/files/${id}/preview`);
    const seen = await sharp(Buffer.from(await preview.arrayBuffer())).metadata();
    expect([preview.headers.get('content-type'), seen.width, seen.height]).toEqual(['image/jpeg', 320, 200]);
  });

  it('is nobody else’s: not another person’s, not a stranger’s, not another office’s', async () => {
    const id = await stored(await picture(), 'image/jpeg', 'a.jpg');
    for (const path of [`/files/${id}`, `/files/${id}/preview`]) {
      expect((await send('GET', path, { as: 'henrik' })).status).toBe(404);
      expect((await send('GET', path, { as: 'nobody' })).status).toBe(401);
      expect((await send('GET', path, { as: 'caseworker' })).status).toBe(404);
    }
    expect(await lookedAt(erika.accountId)).toEqual([]);
    for (const id of [newDocument(), 'x', '..%2F..%2Fjena.sqlite'])
      expect((await send('GET', `/files/${id}`)).status).toBe(404);
  });

  it('is not to be had before it was checked, nor when it was refused', async () => {
    const id = newDocument();
    const text = Buffer.from('kein Bild');
    await create(id, text.length);
    await patch(id, 0, text);
    expect((await send('GET', `/files/${id}`)).status).toBe(404);
    await test.jobs.drain();
    expect((await rowOf(id))?.refusal).toBe('vault.not_a_picture_or_pdf');
    expect((await send('GET', `/files/${id}`)).status).toBe(404);
  });

  it('opens for the office of its case, and the person sees that it did', async () => {
    const id = await stored(await picture(), 'image/jpeg', 'a.jpg');
    mayStaffRead = async (_db, _staff, documentId) =>
      documentId === id
        ? { allowed: true, caseReference: 'J-2026-ABCD', ownerId: erika.accountId }
        : { allowed: false };
    expect((await send('GET', `/files/${id}`, { as: 'caseworker' })).status).toBe(200);
    expect(await lookedAt(erika.accountId)).toEqual([
      ['vault.evidence_viewed', 'buergerservice', { documentId: id, caseReference: 'J-2026-ABCD' }],
    ]);
    await send('GET', `/files/${id}/preview`, { as: 'caseworker' });
    test.clock.advance(10 * 60_000);
    await send('GET', `/files/${id}`, { as: 'caseworker' });
    expect(await lookedAt(erika.accountId)).toHaveLength(1);
    test.clock.advance(16 * 60_000);
    await send('GET', `/files/${id}`, { as: 'caseworker' });
    expect(await lookedAt(erika.accountId)).toHaveLength(2);
  });

  it('stays closed when the case that was named is another person’s', async () => {
    const id = await stored(await picture(), 'image/jpeg', 'a.jpg');
    mayStaffRead = async () => ({ allowed: true, caseReference: 'J-1', ownerId: henrik.accountId });
    expect((await send('GET', `/files/${id}`, { as: 'caseworker' })).status).toBe(404);
  });

  it('whose file is missing or was changed fails without a word about our insides', async () => {
    const id = await stored(await picture(), 'image/jpeg', 'a.jpg');
    rmSync(`${test.folder}/files/vault`, { recursive: true });
    const answer = await send('GET', `/files/${id}`);
    expect([answer.status, await codeOf(answer)]).toEqual([500, 'platform.unexpected']);
  });
});

async function lookedAt(subject: AccountId) {
  const events = await readEventsAbout(store.read, store.tables, { subject });
  return events.map((event) => [event.type, event.officeId, event.data]);
}

/** Sends the beginning of a PATCH over a real connection, then breaks it. */
function sendAndHangUp(port: number, id: string, content: Buffer, bytes: number): Promise<void> {
  return new Promise((resolve) => {
    const request = httpRequest({
      port,
      host: '127.0.0.1',
      method: 'PATCH',
      path: `/uploads/${id}`,
      headers: {
        'x-test-actor': 'erika',
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': content.length,
      },
    });
    request.on('error', () => resolve());
    request.on('close', () => resolve());
    request.write(content.subarray(0, bytes), () => setTimeout(() => request.destroy(), 100));
  });
}

/** Waits until an answer is above zero: the server notices a broken connection a moment later. */
async function eventually(ask: () => Promise<number>): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const value = await ask();
    if (value > 0) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return 0;
}
