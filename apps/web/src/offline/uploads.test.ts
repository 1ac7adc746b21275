import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CaseId, newId } from '@jena/shared/kernel';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstChunkBytes, sendFile } from './uploads.ts';

/** A tus 1.0 server that can cut the wire, refuse, and count what travelled. */
function tusServer() {
  const uploads = new Map<string, { total: number; received: Buffer; metadata: string }>();
  const state = {
    cutAfter: Number.POSITIVE_INFINITY,
    travelled: 0,
    staleOnce: false,
    refuse: 0,
    refusal: '',
    door: '',
  };
  const server: Server = createServer(async (request, response) => {
    response.setHeader('Tus-Resumable', '1.0.0');
    const id = request.url?.split('/').at(-1) ?? '';
    state.door = String(request.headers['x-jena-door'] ?? '');
    if (state.refuse > 0) return response.writeHead(state.refuse).end(state.refusal);
    if (request.method === 'POST' && request.url === '/uploads') {
      const metadata = String(request.headers['upload-metadata']);
      const wanted = Buffer.from(/documentId ([^,]+)/.exec(metadata)?.[1] ?? '', 'base64').toString();
      if (uploads.has(wanted)) return response.writeHead(409).end();
      uploads.set(wanted, {
        total: Number(request.headers['upload-length']),
        received: Buffer.alloc(0),
        metadata,
      });
      return response.writeHead(201, { Location: `/uploads/${wanted}` }).end();
    }
    const upload = uploads.get(id);
    if (!upload) return response.writeHead(404).end();
    if (request.method === 'PATCH') {
      if (state.staleOnce && upload.received.length > 0) {
        // A browser repeated a piece by itself after its connection broke: some of it is here, and the offset is old.
        state.staleOnce = false;
        for await (const piece of request)
          upload.received = Buffer.concat([upload.received, piece as Buffer]);
        upload.received = upload.received.subarray(0, 500_000);
        return response.writeHead(409).end();
      }
      for await (const piece of request) {
        state.travelled += (piece as Buffer).length;
        if (state.travelled > state.cutAfter) return request.socket.destroy();
        upload.received = Buffer.concat([upload.received, piece as Buffer]);
      }
    }
    return response
      .writeHead(request.method === 'HEAD' ? 200 : 204, {
        'Upload-Offset': String(upload.received.length),
        'Upload-Length': String(upload.total),
      })
      .end();
  });
  return { server, uploads, state };
}

let tus: ReturnType<typeof tusServer>;
let endpoint: string;
beforeEach(async () => {
  tus = tusServer();
  await new Promise<void>((resolve) => tus.server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(tus.server.address() as AddressInfo).port}/uploads/`;
});
afterEach(() => {
  tus.server.closeAllConnections();
  tus.server.close();
});

/** In Node the client takes buffers where a browser takes Blobs. */
const photo = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => index % 251));
const content = Object.assign(photo, { type: 'image/jpeg' }) as unknown as Blob;

function send(documentId = newId<'document'>(), url: string | null = null) {
  const seen = { url: '', sent: 0 };
  const result = sendFile({
    endpoint,
    file: { documentId, name: 'foto.jpg', url },
    content,
    onUrl: (found) => {
      seen.url = found;
    },
    onProgress: (sent) => {
      seen.sent = sent;
    },
  });
  return { result, seen, documentId };
}

describe('an upload', () => {
  test('arrives whole, under our own document id, with name and type', async () => {
    const { result, seen, documentId } = send();
    expect(await result).toEqual({ kind: 'sent' });
    expect(seen.sent).toBe(photo.length);
    const stored = tus.uploads.get(documentId);
    expect(stored?.received.equals(photo)).toBe(true);
    expect(stored?.metadata).toContain(`filename ${Buffer.from('foto.jpg').toString('base64')}`);
    expect(stored?.metadata).toContain(`filetype ${Buffer.from('image/jpeg').toString('base64')}`);
  });

  test('of a caseworker goes in at the staff door, and says for which case', async () => {
    const [documentId, forCase] = [newId<'document'>(), newId<'case'>() as CaseId];
    const file = { documentId, name: 'Merkblatt.pdf', url: null };
    const nothing = () => undefined;
    await sendFile({ endpoint, file, content, forCase, onUrl: nothing, onProgress: nothing });
    expect(tus.state.door).toBe('staff');
    const metadata = tus.uploads.get(documentId)?.metadata;
    expect(metadata).toContain(`caseId ${Buffer.from(forCase).toString('base64')}`);
    const own = send();
    await own.result;
    expect([tus.state.door, tus.uploads.get(own.documentId)?.metadata.includes('caseId')]).toEqual([
      '',
      false,
    ]);
  });

  test('cut in the middle is resumed; at most one small chunk travels twice', async () => {
    tus.state.cutAfter = 600_000;
    const first = send();
    expect(await first.result).toEqual({ kind: 'failed', failure: { kind: 'offline' } });
    tus.state.cutAfter = Number.POSITIVE_INFINITY;
    const second = send(first.documentId, first.seen.url);
    expect(await second.result).toEqual({ kind: 'sent' });
    expect(tus.uploads.get(first.documentId)?.received.equals(photo)).toBe(true);
    expect(tus.state.travelled).toBeLessThanOrEqual(photo.length + firstChunkBytes);
  });

  test('that the browser repeated by itself asks how far it is and goes on from there', async () => {
    tus.state.staleOnce = true;
    const { result, documentId, seen } = send();
    expect(await result).toEqual({ kind: 'sent' });
    expect(seen.sent).toBe(photo.length);
    expect(tus.uploads.get(documentId)?.received.equals(photo)).toBe(true);
  });

  test('that is stopped says so at once; the next one goes on from what arrived', async () => {
    const stop = new AbortController();
    const documentId = newId<'document'>();
    const file = { documentId, name: 'foto.jpg', url: null };
    const job = { endpoint, file, content, signal: stop.signal, onUrl: () => undefined };
    const stopped = await sendFile({ ...job, onProgress: () => stop.abort() });
    expect(stopped).toEqual({ kind: 'failed', failure: { kind: 'offline' } });
    expect(await sendFile({ ...job, onProgress: () => undefined })).toEqual(stopped);
    expect(await send(documentId).result).toEqual({ kind: 'sent' });
    expect(tus.uploads.get(documentId)?.received.equals(photo)).toBe(true);
  });

  test('that is complete already is not sent again, and makes no second one', async () => {
    const first = send();
    await first.result;
    const before = tus.state.travelled;
    expect(await send(first.documentId).result).toEqual({ kind: 'sent' });
    expect(tus.uploads.size).toBe(1);
    expect(tus.state.travelled).toBe(before);
  });

  test('whose creation was answered into the void is found by its own id and resumed', async () => {
    tus.state.cutAfter = 600_000;
    const first = send();
    await first.result;
    tus.state.cutAfter = Number.POSITIVE_INFINITY;
    expect(await send(first.documentId, null).result).toEqual({ kind: 'sent' });
    expect(tus.uploads.get(first.documentId)?.received.equals(photo)).toBe(true);
    expect(tus.state.travelled).toBeLessThanOrEqual(photo.length + firstChunkBytes);
  });

  test('of a document that the server wants no more of says so instead of trying for ever', async () => {
    tus.state.refuse = 409;
    expect(await send().result).toEqual({ kind: 'exists' });
  });

  test('begins again when the server forgot it', async () => {
    const documentId = newId<'document'>();
    expect(await send(documentId, `${endpoint}gone`).result).toEqual({ kind: 'sent' });
    expect(tus.uploads.get(documentId)?.received.equals(photo)).toBe(true);
  });

  test.each([
    [401, '', { kind: 'not_logged_in' }],
    [413, '{"code":"vault.too_large"}', { kind: 'rejected', code: 'vault.too_large' }],
    [400, 'vault.quota_exceeded\n', { kind: 'rejected', code: 'vault.quota_exceeded' }],
    [503, '', { kind: 'server' }],
    [423, '', { kind: 'server' }],
  ])('answered with %i means %s', async (status, body, failure) => {
    Object.assign(tus.state, { refuse: status, refusal: body });
    expect(await send().result).toEqual({ kind: 'failed', failure });
  });

  test('without a server waits for the network', async () => {
    tus.server.closeAllConnections();
    await new Promise((resolve) => tus.server.close(resolve));
    expect(await send().result).toEqual({ kind: 'failed', failure: { kind: 'offline' } });
  });
});
