import type { Receipt } from '@jena/shared/cases';
import { type DocumentId, type Instant, newId } from '@jena/shared/kernel';
import { describe, expect, test } from 'vitest';
import type { StoredFile } from './drafts.ts';
import { newEntry } from './outbox.entries.ts';
import {
  advance,
  type Entry,
  mayDiscard,
  mayEdit,
  mayRetry,
  nextStep,
  type OutboxEvent,
  retryDelay,
  type World,
} from './outbox.machine.ts';
import { account, aDraft } from './testing.ts';

const now = Date.parse('2026-11-23T10:00:00.000Z');
const moment = { now, random: () => 0.5 };
const online: World = { online: true, account: account(1), now };
const documentId = newId<'document'>();
const photo: StoredFile = {
  documentId,
  name: 'bestaetigung.jpg',
  mediaType: 'image/jpeg',
  bytes: 1000,
  addedAt: '2026-11-23T10:00:00.000Z',
};
const receipt = {
  caseId: newId<'case'>(),
  reference: 'JENA-7K2M',
  submittedAt: '2026-11-23T10:01:00.000Z',
} as Receipt;

function entryWith(files: StoredFile[] = []): Entry {
  return newEntry(aDraft(files.length > 0 ? { files: { confirmation: files } } : {}), {
    id: newId<'outbox'>(),
    idempotencyKey: newId<'idempotency'>(),
    owner: account(1),
    language: 'de',
    createdAt: '2026-11-23T10:00:00.000Z' as Instant,
  });
}

function draftOf(entry: Entry) {
  return entry.kind === 'submission' ? entry.draft : undefined;
}

function following(entry: Entry, ...events: OutboxEvent[]): Entry {
  return events.reduce((current, event) => advance(current, event, moment), entry);
}

describe('what an entry does next', () => {
  test('files travel first, are looked at by the server, and only then the application is submitted', () => {
    let entry = entryWith([photo]);
    expect(nextStep(entry, online)).toMatchObject({ do: 'upload', file: { documentId } });
    entry = following(entry, { type: 'uploaded', documentId });
    expect(nextStep(entry, online)).toMatchObject({ do: 'check' });
    entry = following(entry, { type: 'available', documentId });
    expect(nextStep(entry, online)).toEqual({ do: 'submit' });
    entry = following(entry, { type: 'submitting' }, { type: 'accepted', receipt });
    expect(entry.state).toEqual({ kind: 'done', receipt });
    expect(nextStep(entry, online)).toEqual({ do: 'rest' });
  });

  test('without a network it waits, and says so only once', () => {
    const step = nextStep(entryWith(), { ...online, online: false });
    expect(step).toEqual({ do: 'rest' });
    const uploading = following(entryWith([photo]), { type: 'progressed', documentId, sent: 10 });
    const noted = nextStep(uploading, { ...online, online: false });
    expect(noted).toMatchObject({ do: 'note', event: { type: 'failed', failure: { kind: 'offline' } } });
  });

  test('before anyone logged in it waits for a login without asking the server', () => {
    const entry = { ...entryWith(), owner: null };
    const step = nextStep(entry, { ...online, account: null });
    expect(step).toMatchObject({ do: 'note', event: { failure: { kind: 'not_logged_in' } } });
  });

  test('what belongs to the device is bound to the account before anything is sent', () => {
    const entry = { ...entryWith(), owner: null };
    expect(nextStep(entry, online)).toEqual({ do: 'note', event: { type: 'claimed', account: account(1) } });
    expect(following(entry, { type: 'claimed', account: account(1) }).owner).toBe(account(1));
  });

  test('an owner never changes again', () => {
    expect(following(entryWith(), { type: 'claimed', account: account(2) }).owner).toBe(account(1));
  });

  test('after a failure it waits for its time, unless it is urgent', () => {
    const entry = following(entryWith(), { type: 'failed', failure: { kind: 'server' } });
    expect(nextStep(entry, online)).toMatchObject({ do: 'wait' });
    expect(nextStep(entry, online, true)).toEqual({ do: 'submit' });
  });

  test('a phone that died while submitting submits again with the same key', () => {
    const entry = following(entryWith(), { type: 'submitting' });
    expect(nextStep(entry, online)).toEqual({ do: 'submit' });
  });
});

describe('what goes wrong', () => {
  test('an expired session waits for a login and loses nothing', () => {
    const entry = entryWith([photo]);
    const expired = following(
      entry,
      { type: 'progressed', documentId, sent: 500 },
      { type: 'failed', failure: { kind: 'not_logged_in' } },
    );
    expect(expired.state).toEqual({ kind: 'waiting_for_login' });
    expect(expired).toMatchObject({ kind: 'submission', draft: draftOf(entry) });
    expect(expired.files[0]?.sent).toBe(500);
    const back = following(expired, { type: 'loggedIn', byCard: false });
    expect(nextStep(back, online)).toMatchObject({ do: 'upload' });
  });

  test('what needs the card certainly did not arrive: it may be changed or thrown away meanwhile', () => {
    const waiting = following(
      entryWith(),
      { type: 'submitting' },
      { type: 'failed', failure: { kind: 'level_too_low' } },
    );
    expect(waiting.state).toEqual({ kind: 'waiting_for_card' });
    expect([mayEdit(waiting), mayRetry(waiting), mayDiscard(waiting)]).toEqual([true, false, true]);
    expect(nextStep(waiting, online, true)).toEqual({ do: 'rest' });
    expect(following(waiting, { type: 'loggedIn', byCard: false })).toBe(waiting);
    expect(nextStep(following(waiting, { type: 'loggedIn', byCard: true }), online)).toEqual({
      do: 'submit',
    });
  });

  test('a refusal stays visible as a problem with a way out', () => {
    const entry = following(entryWith(), {
      type: 'failed',
      failure: { kind: 'rejected', code: 'cases.answers_invalid' },
    });
    expect(entry.state).toEqual({ kind: 'problem', code: 'cases.answers_invalid', file: null });
    expect([mayEdit(entry), mayRetry(entry), mayDiscard(entry)]).toEqual([true, true, true]);
    expect(nextStep(following(entry, { type: 'retried' }), online)).toEqual({ do: 'submit' });
  });

  test('a refused file is named, and trying the same file again is not offered', () => {
    const entry = following(entryWith([photo]), { type: 'refused', documentId, code: 'vault.damaged' });
    expect(entry.state).toEqual({ kind: 'problem', code: 'vault.damaged', file: 'bestaetigung.jpg' });
    expect(mayRetry(entry)).toBe(false);
    expect(following(entry, { type: 'retried' })).toBe(entry);
    expect(mayEdit(entry)).toBe(true);
  });

  test('a document that is still being checked is waited for, not called a problem', () => {
    const entry = following(entryWith(), {
      type: 'failed',
      failure: { kind: 'rejected', code: 'cases.attachment_not_ready' },
    });
    expect(entry.state.kind).toBe('uploading');
    expect(entry.retryAt).not.toBeNull();
  });

  test('while it may have arrived it cannot become a draft again: it would arrive twice', () => {
    const lost = following(
      entryWith(),
      { type: 'submitting' },
      { type: 'failed', failure: { kind: 'offline' } },
    );
    expect(lost.state).toEqual({ kind: 'waiting_for_network', reason: 'offline' });
    expect(mayEdit(lost)).toBe(false);
    const stillUnknown = following(lost, { type: 'failed', failure: { kind: 'not_logged_in' } });
    expect(mayEdit(stillUnknown)).toBe(false);
  });

  test('before the first try it can become a draft again', () => {
    expect(mayEdit(entryWith())).toBe(true);
  });

  test('nothing that travels at this moment is thrown away', () => {
    expect(mayDiscard(following(entryWith(), { type: 'submitting' }))).toBe(false);
    expect(mayDiscard(following(entryWith([photo]), { type: 'progressed', documentId, sent: 1 }))).toBe(
      false,
    );
  });

  test('a lost upload starts again from the first byte', () => {
    const entry = following(
      entryWith([photo]),
      { type: 'uploadFound', documentId, url: '/uploads/x' },
      { type: 'uploaded', documentId },
      { type: 'uploadGone', documentId },
    );
    expect(entry.files[0]).toMatchObject({ stage: 'waiting', sent: 0, url: null });
  });
});

describe('the delay between tries', () => {
  test('doubles, is capped at five minutes, and is half chance', () => {
    expect(retryDelay(0, () => 1)).toBe(2_000);
    expect(retryDelay(0, () => 0)).toBe(1_000);
    expect(retryDelay(3, () => 1)).toBe(16_000);
    for (const attempts of [10, 50, 5000]) expect(retryDelay(attempts, () => 1)).toBe(300_000);
  });

  test('grows while nothing moves and starts anew once bytes arrive', () => {
    const offline: OutboxEvent = { type: 'failed', failure: { kind: 'offline' } };
    const started: OutboxEvent = { type: 'progressed', documentId, sent: 0 };
    const tired = following(entryWith([photo]), offline, started, offline, started, offline);
    expect(tired.attempts).toBe(3);
    expect(following(tired, { type: 'progressed', documentId, sent: 300 }).attempts).toBe(0);
  });

  test('other files stay untouched by one file’s news', () => {
    const other = { ...photo, documentId: newId<'document'>() as DocumentId };
    const entry = following(entryWith([photo, other]), { type: 'uploaded', documentId });
    expect(entry.files.map((file) => file.stage)).toEqual(['sent', 'waiting']);
  });
});
