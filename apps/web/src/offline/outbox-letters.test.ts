import { type Day, newId } from '@jena/shared/kernel';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Words } from './hidden.ts';
import { outboxDatabase } from './outbox.db.ts';
import type { Letter } from './outbox.machine.ts';
import { listEntries } from './outbox.store.ts';
import { flushUntilStill, outboxFor, server, states } from './outbox.testing.ts';
import { toItem } from './outbox.ts';
import { enqueueLetter, readLetter, takeLetterBack } from './outbox-letters.ts';
import { forgetOwner, rememberOwner } from './owner.ts';
import { hasPersonKey, keepPersonKey } from './phone-keys.ts';
import { sealWhatIsOpen } from './seal-open.ts';
import { account, emptyPhone, restartPhone } from './testing.ts';

const secret = 'Mein Hund heißt Ganzgeheim.';
const keyOf = (number: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(number)));
const words: Words = { body: secret, documents: [{ id: newId<'document'>(), name: 'Geheimer Vertrag' }] };
const message: Letter = {
  ...{ use: 'message', caseId: newId<'case'>(), serviceSlug: 'hund-anmelden', until: null },
};
const objection: Letter = { ...message, use: 'objection', until: '2026-12-28' as Day };

async function logsIn(number: number): Promise<void> {
  await rememberOwner(account(number));
  await keepPersonKey(account(number), keyOf(number));
}

/** Keeps it as the form does: with a key of its own, unless it is another tap. */
async function keeps(letter: Letter, { key = newId<'idempotency'>(), outcomeUnknown = false } = {}) {
  await enqueueLetter(letter, words, { idempotencyKey: key, language: 'de', outcomeUnknown });
  return { key, id: (await listEntries()).at(-1)?.id ?? '' };
}

/** Every row that waits, buffers as text, as whoever copies the phone's storage reads it. */
async function rawText(): Promise<string> {
  const rows = await outboxDatabase.run((db) => db.getAll('entries'));
  const legible = (_name: string, value: unknown) =>
    value instanceof ArrayBuffer ? Buffer.from(value).toString('latin1') : value;
  return JSON.stringify(rows, legible);
}

beforeEach(async () => {
  await emptyPhone();
  await logsIn(1);
});

describe('a message written without a network', () => {
  test('lies sealed on the phone and arrives once when the network is back, after the app was closed', async () => {
    const city = server();
    const { key, id } = await keeps(message);
    await outboxFor(city, { online: () => false }).flush();
    expect(await states()).toEqual(['waiting_for_network']);
    const raw = await rawText();
    expect(raw).toContain(key);
    expect(raw).not.toContain('Ganzgeheim');
    expect(raw).not.toContain('Geheimer Vertrag');
    await restartPhone();
    expect(await readLetter(id)).toEqual(words);
    await flushUntilStill(outboxFor(city));
    const { caseId } = message;
    expect([...city.letters.values()]).toEqual([{ idempotencyKey: key, use: 'message', caseId, ...words }]);
    expect(await listEntries()).toEqual([]);
  });

  test('kept by five taps is one entry; two messages are two', async () => {
    const key = newId<'idempotency'>();
    await Promise.all(Array.from({ length: 5 }, () => keeps(message, { key })));
    expect(await listEntries()).toHaveLength(1);
    await keeps(message);
    expect(await listEntries()).toHaveLength(2);
  });

  test('whose answer got lost is sent again with the same key, and no longer taken back', async () => {
    const city = server();
    const { key, id } = await keeps(message);
    const keys: string[] = [];
    const outbox = outboxFor(city, {
      write: async (input) => {
        keys.push(input.idempotencyKey);
        await city.write(input);
        if (keys.length === 1) throw new TypeError('Failed to fetch');
      },
    });
    await outbox.flush({ urgent: true });
    expect(await takeLetterBack(id)).toBeUndefined();
    await flushUntilStill(outbox);
    expect(keys).toEqual([key, key]);
    expect(await listEntries()).toEqual([]);
  });

  test('that was sent from the form without an answer is not taken back either', async () => {
    const { id } = await keeps(message, { outcomeUnknown: true });
    expect((await listEntries()).map((entry) => toItem(entry)?.mayEdit)).toEqual([false]);
    expect(await takeLetterBack(id)).toBeUndefined();
  });

  test('is taken back with every word, and then nothing is sent', async () => {
    const city = server();
    const { id } = await keeps(message);
    await outboxFor(city, { online: () => false }).flush();
    expect(await takeLetterBack(id)).toEqual(words);
    await flushUntilStill(outboxFor(city));
    expect(city.letters.size).toBe(0);
    expect(await listEntries()).toEqual([]);
  });

  test('that the office refuses stays with its words', async () => {
    const city = server();
    const { id } = await keeps(message);
    const refuse = () => Promise.reject(city.fail(404, 'cases.not_found'));
    await flushUntilStill(outboxFor(city, { write: refuse }));
    expect(await states()).toEqual(['problem']);
    expect(await takeLetterBack(id)).toEqual(words);
  });
});

describe('another person on the same phone', () => {
  test('sees nothing of it, reads nothing and sends nothing; at the next login of its writer it goes', async () => {
    const city = server();
    const { id } = await keeps(message);
    await forgetOwner();
    await logsIn(2);
    expect(await listEntries()).toEqual([]);
    expect(await readLetter(id)).toBeUndefined();
    expect(await takeLetterBack(id)).toBeUndefined();
    await flushUntilStill(outboxFor(city));
    expect(city.letters.size).toBe(0);
    await logsIn(1);
    await flushUntilStill(outboxFor(city));
    expect([...city.letters.values()].map(({ body }) => body)).toEqual([secret]);
  });

  test('cannot read either what was sealed before the writer’s key came', async () => {
    await emptyPhone();
    await rememberOwner(account(1));
    expect(await hasPersonKey(account(1))).toBe(false);
    const { id } = await keeps(message);
    await keepPersonKey(account(1), keyOf(1));
    await sealWhatIsOpen();
    await outboxDatabase.run((db) => db.delete('keys', 'device'));
    expect(await readLetter(id)).toEqual(words);
    await forgetOwner();
    await rememberOwner(account(1));
    expect(await readLetter(id)).toBeUndefined();
  });
});

describe('an objection written without a network', () => {
  test('is kept once for a case and says until when it counts', async () => {
    await keeps(objection);
    await keeps(objection);
    expect((await listEntries()).map((entry) => toItem(entry)?.letter)).toEqual([
      { use: 'objection', until: '2026-12-28' },
    ]);
  });

  test('waits for the card when the login is not sure enough, and goes with it', async () => {
    const city = server();
    await keeps(objection);
    let isSure = false;
    const outbox = outboxFor(city, {
      write: (input) =>
        isSure ? city.write(input) : Promise.reject(city.fail(403, 'identity.level_too_low')),
    });
    await flushUntilStill(outbox);
    expect(await states()).toEqual(['waiting_for_card']);
    isSure = true;
    await outbox.login(account(1), { byCard: true });
    expect([...city.letters.values()].map(({ use }) => use)).toEqual(['objection']);
    expect(await listEntries()).toEqual([]);
  });
});
