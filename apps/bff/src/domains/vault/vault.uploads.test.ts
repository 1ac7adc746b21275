import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { serve } from '@hono/node-server';
import { accountQuotaBytes, maxUploadBytes } from '@jena/shared/vault';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectBytes } from '../../platform/testing/bytes.ts';
import { codeOf, metadata, newDocument, openVaultDoor, type VaultDoor } from './vault.testing.ts';

let door: VaultDoor;
beforeEach(async () => {
  door = await openVaultDoor();
});
afterEach(() => door.close());

const picture = () =>
  sharp({ create: { width: 800, height: 500, channels: 3, background: '#258' } })
    .jpeg()
    .toBuffer();
const offsetOf = (response: Response) => Number(response.headers.get('upload-offset'));

describe('an upload', () => {
  it('arrives in two pieces, is checked, and can be read', async () => {
    const [id, content] = [newDocument(), await picture()];
    const created = await door.create(id, content.length);
    expect([created.status, created.headers.get('location')]).toEqual([201, `/uploads/${id}`]);
    const first = await door.patch(id, 0, content.subarray(0, 1000));
    expect([first.status, offsetOf(first)]).toEqual([204, 1000]);
    expect((await door.rowOf(id))?.state).toBe('uploading');
    const second = await door.patch(id, 1000, content.subarray(1000));
    expect([second.status, offsetOf(second)]).toEqual([204, content.length]);
    expect((await door.rowOf(id))?.state).toBe('checking');
    await door.jobs.drain();
    const read = await door.send('GET', `/files/${id}`);
    expect(read.status).toBe(200);
    expect((await sharp(Buffer.from(await read.arrayBuffer())).metadata()).width).toBe(800);
  });

  it('begins at the address with and without a slash at its end', async () => {
    const id = newDocument();
    const headers = { 'upload-length': '10', 'upload-metadata': metadata(id) };
    const created = await door.send('POST', '/uploads/', { headers });
    expect([created.status, created.headers.get('location')]).toEqual([201, `/uploads/${id}`]);
  });

  it('tells where it stopped, and a repeated creation leads back to it', async () => {
    const [id, content] = [newDocument(), await picture()];
    await door.create(id, content.length);
    await door.patch(id, 0, content.subarray(0, 700));
    const again = await door.create(id, content.length);
    expect([again.status, again.headers.get('location')]).toEqual([409, `/uploads/${id}`]);
    const head = await door.send('HEAD', `/uploads/${id}`);
    expect([head.status, offsetOf(head), head.headers.get('upload-length')]).toEqual([
      200,
      700,
      String(content.length),
    ]);
    expect((await door.patch(id, 500, content.subarray(500))).status).toBe(409);
    expect((await door.patch(id, 700, content.subarray(700))).status).toBe(204);
  });

  it('counts as received for whoever asks later, long after the original is gone', async () => {
    const content = await picture();
    const id = await door.stored(content, 'image/jpeg', 'a.jpg');
    const head = await door.send('HEAD', `/uploads/${id}`);
    expect([head.status, offsetOf(head)]).toEqual([200, content.length]);
    expect((await door.create(id, content.length)).status).toBe(409);
    expect((await door.patch(id, 0, content)).status).toBe(409);
    expect((await door.send('DELETE', `/uploads/${id}`)).status).toBe(409);
    expect((await door.rowOf(id))?.state).toBe('available');
  });

  it('keeps no name in the clear beside the file', async () => {
    const id = newDocument();
    await door.create(id, 5000, { name: 'Diagnose Mustermann.jpg' });
    expect(readdirSync(`${door.folder}/uploads`)).toEqual([id]);
    expect((await door.send('HEAD', `/uploads/${id}`)).headers.get('upload-metadata')).toBeNull();
  });

  it('lies unreadable on the disk, byte for byte as long as what arrived', async () => {
    const [id, content] = [newDocument(), await picture()];
    await door.create(id, content.length);
    for (const [from, to] of [
      [0, 333],
      [333, 1000],
    ] as const) {
      expect((await door.patch(id, from, content.subarray(from, to))).status).toBe(204);
      const onDisk = readFileSync(door.vault.uploads.pathOf(id));
      expect(onDisk.length).toBe(to);
      for (let at = 0; at + 8 <= to; at += 8)
        expect(onDisk.includes(content.subarray(at, at + 8))).toBe(false);
      expect((await collectBytes(door.vault.uploads.read(id))).equals(content.subarray(0, to))).toBe(true);
    }
  });

  it('begins again when the process died before its file was made', async () => {
    const [id, content] = [newDocument(), await picture()];
    await door.create(id, content.length);
    await door.vault.uploads.discard(id);
    expect((await door.send('HEAD', `/uploads/${id}`)).status).toBe(404);
    expect((await door.create(id, content.length)).status).toBe(201);
    expect((await door.patch(id, 0, content)).status).toBe(204);
  });

  it('is handed to the check although the process died right after the last byte', async () => {
    const [id, content] = [newDocument(), await picture()];
    await door.create(id, content.length);
    await door.vault.uploads.write(id, 0, Readable.from([content]));
    expect((await door.rowOf(id))?.state).toBe('uploading');
    expect(offsetOf(await door.send('HEAD', `/uploads/${id}`))).toBe(content.length);
    await door.jobs.drain();
    expect((await door.rowOf(id))?.state).toBe('available');
  });

  it('that is cut in the middle of a piece goes on from what arrived', async () => {
    const [id, content] = [newDocument(), Buffer.concat([await picture(), Buffer.alloc(2_000_000)])];
    const server = serve({ fetch: door.app.fetch, port: 0, hostname: '127.0.0.1' });
    await once(server, 'listening');
    try {
      await door.create(id, content.length);
      await sendAndHangUp((server.address() as AddressInfo).port, id, content, 600_000);
      const reached = await eventually(async () => offsetOf(await door.send('HEAD', `/uploads/${id}`)));
      expect(reached).toBeGreaterThan(0);
      expect(reached).toBeLessThan(content.length);
      expect((await door.patch(id, reached, content.subarray(reached))).status).toBe(204);
      expect((await collectBytes(door.vault.uploads.read(id))).equals(content)).toBe(true);
    } finally {
      server.close();
    }
  });

  it('goes on at once on a new connection while the lost one still seems to send', async () => {
    const [id, content] = [newDocument(), Buffer.concat([await picture(), Buffer.alloc(500_000)])];
    await door.create(id, content.length);
    // The phone is gone and nobody told the server: no end, no error, only silence.
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(content.subarray(0, 200_000)),
    });
    const headers = {
      'x-test-actor': 'erika',
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
    };
    const lost = door.app.request(`/uploads/${id}`, {
      method: 'PATCH',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await eventually(async () => (await door.vault.uploads.size(id)) ?? 0)).toBe(200_000);
    expect(offsetOf(await door.send('HEAD', `/uploads/${id}`))).toBe(200_000);
    await lost;
    expect((await door.patch(id, 200_000, content.subarray(200_000))).status).toBe(204);
    expect((await collectBytes(door.vault.uploads.read(id))).equals(content)).toBe(true);
  });

  it('that nobody finishes is forgotten after a day; a complete one is kept', async () => {
    const [left, full, content] = [newDocument(), newDocument(), await picture()];
    await door.create(left, content.length);
    await door.patch(left, 0, content.subarray(0, 100));
    await door.create(full, content.length);
    await door.vault.uploads.write(full, 0, Readable.from([content]));
    door.clock.advance(23 * 3_600_000);
    await door.jobs.drain();
    expect((await door.rowOf(left))?.state).toBe('uploading');
    door.clock.advance(2 * 3_600_000);
    await door.jobs.drain();
    expect(await door.rowOf(left)).toBeUndefined();
    expect(existsSync(door.vault.uploads.pathOf(left))).toBe(false);
    expect((await door.rowOf(full))?.state).toBe('available');
    expect((await door.create(left, content.length)).status).toBe(201);
  });

  it('that its owner gives up is gone', async () => {
    const id = newDocument();
    await door.create(id, 100);
    expect((await door.send('DELETE', `/uploads/${id}`)).status).toBe(204);
    expect((await door.send('HEAD', `/uploads/${id}`)).status).toBe(404);
    expect(existsSync(door.vault.uploads.pathOf(id))).toBe(false);
  });
});

describe('an upload is refused', () => {
  it('without a login, and to staff who prepare nothing, with each method', async () => {
    const id = newDocument();
    await door.create(id, 100);
    const refusals = { nobody: [401, 401, 401, 401], caseworker: [400, 404, 404, 404] } as const;
    for (const as of ['nobody', 'caseworker'] as const) {
      const answers = [
        await door.create(newDocument(), 100, { as }),
        await door.send('HEAD', `/uploads/${id}`, { as }),
        await door.patch(id, 0, Buffer.alloc(10), { as }),
        await door.send('DELETE', `/uploads/${id}`, { as }),
      ];
      expect(answers.map((answer) => answer.status)).toEqual(refusals[as]);
    }
    expect((await door.rowOf(id))?.state).toBe('uploading');
  });

  it('to another person, who does not learn that it exists', async () => {
    const id = newDocument();
    await door.create(id, 100);
    const as = 'henrik';
    const answers = [
      await door.create(id, 100, { as }),
      await door.send('HEAD', `/uploads/${id}`, { as }),
      await door.patch(id, 0, Buffer.alloc(10), { as }),
      await door.send('DELETE', `/uploads/${id}`, { as }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    expect(offsetOf(await door.send('HEAD', `/uploads/${id}`))).toBe(0);
  });

  it('above the size limit, with a sentence for the person', async () => {
    const answer = await door.create(newDocument(), maxUploadBytes + 1);
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'vault.too_large']);
    expect((await door.create(newDocument(), maxUploadBytes)).status).toBe(201);
  });

  it('beyond what it declared', async () => {
    const id = newDocument();
    await door.create(id, 100);
    expect((await door.patch(id, 0, Buffer.alloc(200))).status).toBe(413);
  });

  it('above what one person may store', async () => {
    for (let used = 0; used < accountQuotaBytes; used += maxUploadBytes)
      expect((await door.create(newDocument(), maxUploadBytes)).status).toBe(201);
    const answer = await door.create(newDocument(), 1);
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'vault.quota_exceeded']);
    expect((await door.create(newDocument(), 1, { as: 'henrik' })).status).toBe(201);
  });

  it.each([
    ['a made-up id', '../../etc/passwd', '100'],
    ['no length', 'aaaaaaaaaaaaaaaaaaaaaaaaaa', ''],
    ['a negative length', 'aaaaaaaaaaaaaaaaaaaaaaaaaa', '-1'],
  ])('with %s', async (_what, id, length) => {
    const headers = { 'upload-length': length, 'upload-metadata': metadata(id) };
    const answer = await door.send('POST', '/uploads', { headers });
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'platform.bad_input']);
  });

  it('without the header that only our own pages can send', async () => {
    const answer = await door.create(newDocument(), 100, { headers: { 'tus-resumable': '' } });
    expect(answer.status).toBe(400);
  });

  it('for reading back what was sent, and for telling other sites what they may do', async () => {
    const id = newDocument();
    const created = await door.create(id, 100);
    expect(created.headers.get('access-control-allow-origin')).toBeNull();
    expect((await door.send('GET', `/uploads/${id}`)).status).toBe(405);
    expect((await door.send('OPTIONS', `/uploads/${id}`)).status).toBe(405);
  });
});

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
