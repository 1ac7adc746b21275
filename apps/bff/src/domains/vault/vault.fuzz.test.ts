import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AccountId } from '@jena/shared/kernel';
import { accountQuotaBytes, maxUploadBytes } from '@jena/shared/vault';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectBytes } from '../../platform/testing/bytes.ts';
import { accountQuotaDocuments } from './vault.policy.ts';
import {
  codeOf,
  erika,
  harmlessPdf,
  henrik,
  metadata,
  newDocument,
  openVaultDoor,
  type VaultDoor,
} from './vault.testing.ts';

let door: VaultDoor;
beforeEach(async () => {
  door = await openVaultDoor();
});
afterEach(() => door.close());

const base64 = (text: string) => Buffer.from(text).toString('base64');
const declared = 100;
const arrived = Buffer.from('0123456789');
/** Never to be seen by anybody else: name, size and reach of Erika's upload. */
const secretName = 'Diagnose-Mustermann.pdf';

const numbers = fc.oneof(
  fc.constantFrom(
    ...[
      '0',
      '1',
      '10',
      '100',
      '101',
      '007',
      '-0',
      '-1',
      '+5',
      ' 5',
      '5.5',
      '1e2',
      '0x10',
      'NaN',
      'Infinity',
      '',
    ],
    ...[
      '9007199254740993',
      '99999999999999999999',
      String(maxUploadBytes),
      String(maxUploadBytes + 1),
      '1, 2',
      '²',
    ],
  ),
  fc.integer().map(String),
  fc.double().map(String),
);
/** What a header can hold at all (RFC 9110): the rest no client gets through. */
const anyValue = fc.stringMatching(/^[\u0020-\u007e\u00a1-\u00ff]{0,60}$/);

const metadatas = (id: string) =>
  fc.oneof(
    fc.constantFrom(
      metadata(id),
      metadata(newDocument()),
      `${metadata(newDocument())},${metadata(newDocument())}`,
      `documentId ${base64('../../../etc/passwd')},filename ${base64('x')},filetype ${base64('image/jpeg')}`,
      `documentId ${base64(newDocument())},filename,filetype`,
      `documentId ${base64(newDocument())},filename ${base64('\u0000\u202e\ud800')},filetype ${base64('a\u0000b')}`,
      `documentId ${base64(newDocument())},filename ${base64('x'.repeat(100_000))},filetype ${base64('image/png')}`,
      `__proto__ ${base64('x')},constructor ${base64('x')},${metadata(newDocument())}`,
      'documentId !!!!',
    ),
    anyValue,
  );

/** What each header may be spoilt into; undefined leaves it out. */
const spoilt = (id: string): Record<string, fc.Arbitrary<string | undefined>> => ({
  'tus-resumable': fc.constantFrom(undefined, '0.2.2', '', '1.0.0, 1.0.0'),
  'upload-length': fc.option(numbers, { nil: undefined }),
  'upload-offset': fc.option(numbers, { nil: undefined }),
  'upload-metadata': fc.option(metadatas(id), { nil: undefined }),
  'upload-defer-length': fc.oneof(fc.constant('1'), numbers),
  'upload-concat': fc.constantFrom(
    'partial',
    `final;/uploads/${id}`,
    `final;/uploads/${id} /uploads/${id}`,
    'x',
  ),
  'upload-checksum': fc.constantFrom('sha1 Kq5sNclPz7QV2+lfQIuc6R7oRu0=', 'md5 x'),
  'upload-expires': fc.constantFrom('Thu, 01 Jan 1970 00:00:00 GMT', 'never'),
  'x-http-method-override': fc.constantFrom('PATCH', 'DELETE', 'HEAD', 'POST', 'TRACE'),
  'x-forwarded-proto': anyValue,
  'content-type': fc.constantFrom(undefined, 'text/plain', 'multipart/form-data'),
  'content-length': numbers,
});

/** One to three headers of a right request, spoilt: what is wrong everywhere is refused at the first look. */
const headersFor = (id: string) => {
  const kinds = spoilt(id);
  return fc
    .tuple(
      fc.boolean(),
      fc
        .subarray(Object.keys(kinds), { minLength: 1, maxLength: 3 })
        .chain((names) =>
          fc.record(Object.fromEntries(names.map((name) => [name, kinds[name] ?? anyValue]))),
        ),
    )
    .map(([withBody, changes]) => ({
      'tus-resumable': '1.0.0',
      'upload-length': '100',
      'upload-offset': '10',
      'upload-metadata': metadata(newDocument()),
      ...(withBody ? { 'content-type': 'application/offset+octet-stream' } : {}),
      ...changes,
    }))
    .map((headers) =>
      Object.fromEntries(
        Object.entries(headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      ),
    );
};

const requestsAbout = (ids: string[]) =>
  fc.constantFrom(...ids).chain((id) =>
    fc.record({
      method: fc.constantFrom('POST', 'POST', 'PATCH', 'PATCH', 'HEAD', 'DELETE', 'GET', 'PUT', 'OPTIONS'),
      path: fc.constantFrom(
        '/uploads',
        '/uploads',
        `/uploads/${id}`,
        `/uploads/${id}/`,
        `/uploads/${id}%2f..`,
      ),
      headers: headersFor(id),
      body: fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined }),
    }),
  );
type Misuse = { method: string; path: string; headers: Record<string, string>; body: Uint8Array | undefined };

const hasBody = (method: string) => method === 'POST' || method === 'PATCH' || method === 'PUT';

/** The status, and everything that the asker can read of the answer. */
async function ask(
  as: 'erika' | 'henrik' | 'nobody' | 'caseworker',
  { method, path, headers, body }: Misuse,
) {
  const given = { as, headers: { 'tus-resumable': '', ...headers } };
  const answer = await door.send(method, path, hasBody(method) && body ? { ...given, body } : given);
  const told = `${JSON.stringify([...answer.headers])} ${await answer.text()}`;
  return { status: answer.status, told };
}

const usage = (owner: AccountId) => door.vault.documents.usage(door.store.read, owner);
const uploadsOnDisk = () => readdirSync(join(door.folder, 'uploads'));

/** Erika sends a document: ten of a hundred bytes are there, whatever became of this id before. */
async function begin(id = newDocument()) {
  await door.vault.uploads.discard(id);
  await door.store.transaction((tx) => door.vault.documents.remove(tx, id));
  await door.create(id, declared, { name: secretName, type: 'application/pdf' });
  await door.patch(id, 0, arrived);
  return id;
}

describe('whatever somebody else sends', () => {
  it.each(['henrik', 'nobody', 'caseworker'] as const)(
    'as %s, an upload stays as it is and is not told of, and no answer is a fault',
    async (as) => {
      const [begun, stored] = [await begin(), await door.stored(harmlessPdf, 'application/pdf', secretName)];
      await fc.assert(
        fc.asyncProperty(requestsAbout([begun, stored]), async (misuse) => {
          const { status, told } = await ask(as, misuse);
          expect(status).toBeLessThan(500);
          expect(told).not.toContain(secretName);
          if (misuse.path.includes(begun) || misuse.path.includes(stored))
            expect(told).not.toMatch(/"upload-(offset|length)"/);
          expect((await collectBytes(door.vault.uploads.read(begun))).equals(arrived)).toBe(true);
        }),
        { numRuns: 150, endOnFailure: true },
      );
      expect(await door.rowOf(begun)).toMatchObject({ state: 'uploading', uploadBytes: declared });
      expect((await door.rowOf(stored))?.state).toBe('available');
      expect((await usage(erika.accountId)).documents).toBe(2);
      if (as !== 'henrik') expect(uploadsOnDisk()).toEqual([begun]);
    },
  );
});

describe('whatever an owner sends', () => {
  it('is no fault, nothing grows beyond what was declared, and a refused creation weighs nothing', async () => {
    const id = await begin();
    await fc.assert(
      fc.asyncProperty(requestsAbout([id]), async (misuse) => {
        await begin(id);
        const before = await usage(erika.accountId);
        const { status } = await ask('erika', misuse);
        expect(status).toBeLessThan(500);
        // 413: more came than was declared; the upload itself goes on.
        if (misuse.method === 'POST' && status >= 400 && status !== 413)
          expect(await usage(erika.accountId)).toEqual(before);
        for (const name of uploadsOnDisk() as (typeof id)[]) {
          const row = await door.rowOf(name);
          expect(row, 'a file that nobody owns').toBeDefined();
          expect(await door.vault.uploads.size(name)).toBeLessThanOrEqual(row?.uploadBytes ?? 0);
        }
        await door.jobs.drain();
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

it('an upload that expired is unknown, and what is sent to it makes no file', async () => {
  const id = await begin();
  door.clock.advance(25 * 3_600_000);
  await door.jobs.drain();
  const answers = [
    await door.send('HEAD', `/uploads/${id}`),
    await door.patch(id, arrived.length, Buffer.alloc(declared - arrived.length)),
    await door.send('DELETE', `/uploads/${id}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(uploadsOnDisk()).toEqual([]);
});

describe('the quota', () => {
  it('counts what is only declared, so that many uploads at once do not get round it', async () => {
    const most = Math.floor(accountQuotaBytes / maxUploadBytes);
    const answers = await Promise.all(
      Array.from({ length: most + 5 }, () => door.create(newDocument(), maxUploadBytes)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(most);
    expect((await usage(erika.accountId)).bytes).toBe(accountQuotaBytes);
  });

  it('is given back by an upload that was given up, refused, or never finished', async () => {
    const bytes = 50_000;
    const [left, given, bad] = [newDocument(), newDocument(), newDocument()];
    for (const id of [left, given, bad]) await door.create(id, bytes);
    await door.patch(bad, 0, Buffer.alloc(bytes));
    await door.send('DELETE', `/uploads/${given}`);
    await door.jobs.drain();
    expect((await door.rowOf(bad))?.state).toBe('refused');
    expect(await usage(erika.accountId)).toEqual({ bytes, documents: 1 });
    door.clock.advance(25 * 3_600_000);
    await door.jobs.drain();
    expect(await usage(erika.accountId)).toEqual({ bytes: 0, documents: 0 });
  });

  it('ends with a number of documents too, for each person alone', async () => {
    await addDocuments(erika.accountId, accountQuotaDocuments);
    const answer = await door.create(newDocument(), 1);
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'vault.quota_exceeded']);
    expect((await door.create(newDocument(), 1, { as: 'henrik' })).status).toBe(201);
    expect((await usage(henrik.accountId)).documents).toBe(1);
  });
});

/** So many rows like the first one. */
async function addDocuments(owner: AccountId, count: number): Promise<void> {
  const id = newDocument();
  await door.create(id, 1);
  const row = await door.rowOf(id);
  if (row?.ownerId !== owner) throw new Error('the first document was not created');
  await door.store.transaction(async (tx) => {
    for (let made = 1; made < count; made++)
      await door.vault.documents.add(tx, { ...row, id: newDocument() });
  });
}
