import { randomFillSync } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { AccountId } from '@jena/shared/kernel';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEventsAbout } from '../../platform/events.ts';
import {
  codeOf,
  erika,
  harmlessPdf,
  henrik,
  newDocument,
  openVaultDoor,
  type VaultDoor,
} from './vault.testing.ts';

let door: VaultDoor;
beforeEach(async () => {
  door = await openVaultDoor();
});
afterEach(() => door.close());

const picture = () =>
  sharp({ create: { width: 800, height: 500, channels: 3, background: '#258' } })
    .jpeg()
    .toBuffer();

describe('a document', () => {
  it('comes with headers that let nothing in it act', async () => {
    const id = await door.stored(await picture(), 'image/jpeg', 'Übergabe "Schlüssel".jpg');
    const { headers } = await door.send('GET', `/files/${id}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('content-disposition')).toBe(
      `inline; filename="Ubergabe Schlussel.jpg"; filename*=UTF-8''${encodeURIComponent('Übergabe Schlüssel.jpg')}`,
    );
    const download = await door.send('GET', `/files/${id}?download`);
    expect(download.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('comes whole, and its size is told before', async () => {
    const id = await door.stored(harmlessPdf, 'application/pdf', 'Vertrag.pdf');
    const head = await door.send('HEAD', `/files/${id}`);
    const read = Buffer.from(await (await door.send('GET', `/files/${id}`)).arrayBuffer());
    expect(read.subarray(0, 5).toString()).toBe('%PDF-');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(read.length)]);
    expect((await door.send('GET', `/files/${id}/preview`)).status).toBe(404);
  });

  it('does not exist any more once its owner was erased', async () => {
    const id = await door.stored(await picture(), 'image/jpeg', 'a.jpg');
    await door.store.transaction((tx) => door.vault.keys.destroy(tx, erika.accountId));
    for (const path of [`/files/${id}`, `/files/${id}/preview`])
      expect(await codeOf(await door.send('GET', path))).toBe('vault.not_found');
    const { documentsOf } = door;
    expect(await documentsOf(door.store.read, erika.accountId, [id])).toEqual([]);
  });

  it('has a small preview when it is a picture', async () => {
    const id = await door.stored(await picture(), 'image/jpeg', 'a.jpg');
    const preview = await door.send('GET', `/files/${id}/preview`);
    const seen = await sharp(Buffer.from(await preview.arrayBuffer())).metadata();
    expect([preview.headers.get('content-type'), seen.width, seen.height]).toEqual(['image/jpeg', 320, 200]);
  });

  it('is nobody else’s: not another person’s, not a stranger’s, not another office’s', async () => {
    const id = await door.stored(await picture(), 'image/jpeg', 'a.jpg');
    for (const path of [`/files/${id}`, `/files/${id}/preview`]) {
      expect((await door.send('GET', path, { as: 'henrik' })).status).toBe(404);
      expect((await door.send('GET', path, { as: 'nobody' })).status).toBe(401);
      expect((await door.send('GET', path, { as: 'caseworker' })).status).toBe(404);
    }
    expect(await lookedAt(erika.accountId)).toEqual([]);
    for (const id of [newDocument(), 'x', '..%2F..%2Fjena.sqlite'])
      expect((await door.send('GET', `/files/${id}`)).status).toBe(404);
  });

  it('is not to be had before it was checked, nor when it was refused', async () => {
    const id = newDocument();
    const text = Buffer.from('kein Bild');
    await door.create(id, text.length);
    await door.patch(id, 0, text);
    expect((await door.send('GET', `/files/${id}`)).status).toBe(404);
    await door.jobs.drain();
    expect((await door.rowOf(id))?.refusal).toBe('vault.not_a_picture_or_pdf');
    expect((await door.send('GET', `/files/${id}`)).status).toBe(404);
  });

  it('opens for the office of its case, and the person sees that it did', async () => {
    const id = await door.stored(await picture(), 'image/jpeg', 'a.jpg');
    door.rules.mayStaffRead = async (_db, _staff, documentId) =>
      documentId === id
        ? { allowed: true, caseReference: 'J-2026-ABCD', ownerId: erika.accountId }
        : { allowed: false };
    expect((await door.send('GET', `/files/${id}`, { as: 'caseworker' })).status).toBe(200);
    expect(await lookedAt(erika.accountId)).toEqual([
      ['vault.evidence_viewed', 'buergerservice', { documentId: id, caseReference: 'J-2026-ABCD' }],
    ]);
    await door.send('GET', `/files/${id}/preview`, { as: 'caseworker' });
    door.clock.advance(10 * 60_000);
    await door.send('GET', `/files/${id}`, { as: 'caseworker' });
    expect(await lookedAt(erika.accountId)).toHaveLength(1);
    door.clock.advance(16 * 60_000);
    await door.send('GET', `/files/${id}`, { as: 'caseworker' });
    expect(await lookedAt(erika.accountId)).toHaveLength(2);
  });

  it('stays closed when the case that was named is another person’s', async () => {
    const id = await door.stored(await picture(), 'image/jpeg', 'a.jpg');
    door.rules.mayStaffRead = async () => ({
      allowed: true,
      caseReference: 'J-1',
      ownerId: henrik.accountId,
    });
    expect((await door.send('GET', `/files/${id}`, { as: 'caseworker' })).status).toBe(404);
  });

  it('whose file is missing or was changed fails without a word about our insides', async () => {
    const id = await door.stored(await picture(), 'image/jpeg', 'a.jpg');
    rmSync(`${door.folder}/files/vault`, { recursive: true });
    const answer = await door.send('GET', `/files/${id}`);
    expect([answer.status, await codeOf(answer)]).toEqual([500, 'platform.unexpected']);
  });
});

it('readers who hang up leave no file open', async () => {
  const [start, end] = ['%PDF-1.7\n1 0 obj\n<<>>\nstream\n', '\nendstream\nendobj\nstartxref\n0\n%%EOF'];
  const pdf = Buffer.concat([Buffer.from(start), randomFillSync(Buffer.alloc(8_000_000)), Buffer.from(end)]);
  const id = await door.stored(pdf, 'application/pdf', 'Akte.pdf');
  const server = serve({ fetch: door.app.fetch, port: 0, hostname: '127.0.0.1' });
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    for (let n = 0; n < 24; n++) await readAndHangUp(`http://127.0.0.1:${port}/files/${id}`, n);
    for (let tries = 0; tries < 40 && openFiles() > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(openFiles()).toBe(0);
  } finally {
    server.close();
  }
});

/** Files of the store that this process holds open. */
function openFiles(): number {
  const targets = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return targets.filter((target) => target.startsWith(`${door.folder}/files/`)).length;
}

/** Breaks a download: before the answer, right after its head, or after the first bytes. */
function readAndHangUp(url: string, n: number): Promise<void> {
  return new Promise((resolve) => {
    const request = get(url, { headers: { 'x-test-actor': 'erika' } }, (response) => {
      if (n % 3 === 0) response.destroy();
      else response.once('data', () => response.destroy());
    });
    if (n % 3 === 2) setTimeout(() => request.destroy(), n % 7);
    request.on('error', () => undefined);
    request.on('close', () => resolve());
  });
}

async function lookedAt(subject: AccountId) {
  const events = await readEventsAbout(door.store.read, door.store.tables, { subject });
  return events.map((event) => [event.type, event.officeId, event.data]);
}
