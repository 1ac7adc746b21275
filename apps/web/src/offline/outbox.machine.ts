import { attachmentNotReady, type Receipt } from '@jena/shared/cases';
import {
  type AccountId,
  assertNever,
  type CaseId,
  type Day,
  type DocumentId,
  type EvidenceRequestId,
  type IdempotencyKey,
  type Instant,
  type Language,
} from '@jena/shared/kernel';
import type { DocumentDetails } from '@jena/shared/vault';
import type { StoredDraft } from './hidden.ts';
import type { Secret } from './phone-keys.ts';

/** How far one file has come. `url` is the tus upload that a later try resumes. */
export type FileProgress = {
  documentId: DocumentId;
  field: string;
  name: string;
  total: number;
  sent: number;
  stage: 'waiting' | 'sent' | 'available' | 'refused';
  url: string | null;
};

export type OutboxState =
  | { kind: 'waiting_for_network'; reason: 'offline' | 'server' }
  | { kind: 'waiting_for_login' }
  /** Somebody is logged in, less surely than this needs: it waits for the ID card. */
  | { kind: 'waiting_for_card' }
  | { kind: 'uploading' }
  /** The person stopped it, e.g. to save mobile data; it goes on where it stopped. */
  | { kind: 'paused' }
  | { kind: 'submitting' }
  /** An application has a receipt; a paper that was asked for shows in its case. */
  | { kind: 'done'; receipt: Receipt | null }
  /** `code` is stable and has copy; `file` names the file that it is about. */
  | { kind: 'problem'; code: string; file: string | null };

/** Where papers belong that a caseworker asked for. */
export type EvidenceAnswer = {
  caseId: CaseId;
  evidenceRequestId: EvidenceRequestId;
  field: string;
  serviceSlug: string;
};

/** What a person says about a document that goes into their vault. */
export type VaultAddition = { documentId: DocumentId; name: string; details: DocumentDetails };

/** What a person writes in a case; what they wrote lies beside it, sealed. */
export type Letter = {
  use: 'message' | 'objection';
  caseId: CaseId;
  serviceSlug: string;
  /** The last day on which an objection counts, by when it arrives. */
  until: Day | null;
};

/** What goes to an office: an application and papers that were asked for, once their files are there, or a letter. */
export type OfficeCargo =
  | { kind: 'submission'; draft: StoredDraft }
  | { kind: 'evidence'; evidence: EvidenceAnswer }
  | { kind: 'letter'; letter: Letter; secret: Secret };
export type Cargo = OfficeCargo | { kind: 'vault'; vault: VaultAddition };

export type Journey = {
  id: string;
  /** `null` while it belongs to the device: made before anyone logged in. */
  owner: AccountId | null;
  idempotencyKey: IdempotencyKey;
  /** What its files are kept under: the draft's id, the id of the request that they answer, or the letter's own. */
  draftId: string;
  language: Language;
  createdAt: Instant;
  state: OutboxState;
  files: FileProgress[];
  attempts: number;
  /** No try before this point in time. */
  retryAt: Instant | null;
  /** It was handed in and no answer came: it may have arrived, so only the same key may try again. */
  outcomeUnknown: boolean;
};

/** One thing on its way. The idempotency key is saved before the first network try and never changes. */
export type Entry = Journey & Cargo;

export type World = { online: boolean; account: AccountId | null; now: number };

export type Step =
  | { do: 'rest' }
  | { do: 'wait'; until: number }
  | { do: 'note'; event: OutboxEvent }
  | { do: 'upload'; file: FileProgress }
  | { do: 'check'; file: FileProgress }
  | { do: 'submit' };

export type Failure =
  | { kind: 'offline' }
  | { kind: 'server' }
  | { kind: 'not_logged_in' }
  | { kind: 'level_too_low' }
  | { kind: 'rejected'; code: string };

export type OutboxEvent =
  | { type: 'claimed'; account: AccountId }
  /** `byCard`: with the ID card just now, so surely that every act is allowed. */
  | { type: 'loggedIn'; byCard: boolean }
  | { type: 'retried' }
  | { type: 'paused' }
  | { type: 'resumed' }
  | { type: 'uploadFound'; documentId: DocumentId; url: string }
  | { type: 'uploadGone'; documentId: DocumentId }
  | { type: 'progressed'; documentId: DocumentId; sent: number }
  | { type: 'uploaded'; documentId: DocumentId }
  | { type: 'stillChecking' }
  | { type: 'available'; documentId: DocumentId }
  | { type: 'refused'; documentId: DocumentId; code: string }
  | { type: 'submitting' }
  | { type: 'accepted'; receipt: Receipt | null }
  | { type: 'failed'; failure: Failure; documentId?: DocumentId };

/** What to do next for an entry. `urgent` (network came back, login, the person asked) does not wait for the next try's time. */
export function nextStep(entry: Entry, world: World, urgent = false): Step {
  const { kind } = entry.state;
  if (kind === 'done' || kind === 'problem' || kind === 'paused' || waitsForPerson(entry))
    return { do: 'rest' };
  if (!world.online) return noteOnce(entry, { kind: 'offline' });
  if (world.account === null)
    return { do: 'note', event: { type: 'failed', failure: { kind: 'not_logged_in' } } };
  if (entry.owner === null) return { do: 'note', event: { type: 'claimed', account: world.account } };
  const retryAt = entry.retryAt === null ? 0 : Date.parse(entry.retryAt);
  if (retryAt > world.now && !urgent) return { do: 'wait', until: retryAt };
  const toSend = entry.files.find((file) => file.stage === 'waiting');
  if (toSend) return { do: 'upload', file: toSend };
  const toCheck = entry.files.find((file) => file.stage === 'sent');
  return toCheck ? { do: 'check', file: toCheck } : { do: 'submit' };
}

function noteOnce(entry: Entry, failure: Failure): Step {
  const known = entry.state.kind === 'waiting_for_network' && entry.state.reason === failure.kind;
  return known ? { do: 'rest' } : { do: 'note', event: { type: 'failed', failure } };
}

export type Moment = { now: number; random: () => number };

const firstDelay = 2_000;
const longestDelay = 5 * 60_000;
const longestCheckDelay = 10_000;

/** Milliseconds to wait after so many failed tries: doubling, at most five minutes, half of it random so that phones do not knock together. */
export function retryDelay(attempts: number, random: () => number, longest = longestDelay): number {
  const full = Math.min(longest, firstDelay * 2 ** Math.min(attempts, 20));
  return Math.round(full / 2 + (full / 2) * random());
}

function later(attempts: number, moment: Moment, longest?: number): Instant {
  return new Date(moment.now + retryDelay(attempts, moment.random, longest)).toISOString() as Instant;
}

function withFile(entry: Entry, id: DocumentId, change: Partial<FileProgress>): Entry {
  const files = entry.files.map((file) => (file.documentId === id ? { ...file, ...change } : file));
  return { ...entry, files };
}

/** The entry after an event. Pure: the caller brings time and chance, and saves the result. */
export function advance(entry: Entry, event: OutboxEvent, moment: Moment): Entry {
  const next = after(entry, event, moment);
  if (entry.state.kind !== 'paused' || event.type === 'resumed') return next;
  // What was under way when the person paused still reports; how far it came counts, but it does not go on by itself.
  const { kind } = next.state;
  return kind === 'uploading' || kind === 'waiting_for_network' ? { ...next, state: entry.state } : next;
}

function after(entry: Entry, event: OutboxEvent, moment: Moment): Entry {
  switch (event.type) {
    case 'claimed':
      return entry.owner === null ? { ...entry, owner: event.account } : entry;
    case 'loggedIn':
      return waitsForPerson(entry) && (event.byCard || entry.state.kind === 'waiting_for_login')
        ? fresh(entry)
        : entry;
    case 'retried':
      return mayRetry(entry) ? fresh(entry) : entry;
    case 'paused':
      return mayPause(entry) ? { ...entry, state: { kind: 'paused' }, retryAt: null } : entry;
    case 'resumed':
      return entry.state.kind === 'paused' ? fresh(entry) : entry;
    case 'uploadFound':
      return sending(withFile(entry, event.documentId, { url: event.url }));
    case 'uploadGone':
      return tried(withFile(entry, event.documentId, { url: null, sent: 0, stage: 'waiting' }), moment);
    case 'progressed':
      return progressed(entry, event.documentId, event.sent);
    case 'uploaded':
      return { ...sending(sentWhole(entry, event.documentId)), attempts: 0, retryAt: null };
    case 'stillChecking':
      return tried(sending(entry), moment, longestCheckDelay);
    case 'available':
      return {
        ...sending(withFile(entry, event.documentId, { stage: 'available' })),
        attempts: 0,
        retryAt: null,
      };
    case 'refused':
      return problem(withFile(entry, event.documentId, { stage: 'refused' }), event.code, event.documentId);
    case 'submitting':
      return { ...entry, state: { kind: 'submitting' }, outcomeUnknown: true };
    case 'accepted':
      return {
        ...entry,
        state: { kind: 'done', receipt: event.receipt },
        retryAt: null,
        outcomeUnknown: false,
      };
    case 'failed':
      return failed(entry, event.failure, moment, event.documentId);
    default:
      return assertNever(event);
  }
}

function failed(entry: Entry, failure: Failure, moment: Moment, documentId?: DocumentId): Entry {
  switch (failure.kind) {
    case 'offline':
    case 'server':
      return { ...tried(entry, moment), state: { kind: 'waiting_for_network', reason: failure.kind } };
    case 'not_logged_in':
      return { ...entry, state: { kind: 'waiting_for_login' }, retryAt: null };
    case 'level_too_low':
      // The server refused it, so it certainly did not arrive.
      return { ...entry, state: { kind: 'waiting_for_card' }, retryAt: null, outcomeUnknown: false };
    case 'rejected':
      // The document is still being checked on the server: nothing a person could mend.
      if (failure.code === attachmentNotReady.code) return tried(sending(entry), moment, longestCheckDelay);
      return problem(entry, failure.code, documentId);
    default:
      return assertNever(failure);
  }
}

function fresh(entry: Entry): Entry {
  return { ...entry, state: { kind: 'waiting_for_network', reason: 'offline' }, attempts: 0, retryAt: null };
}

function sending(entry: Entry): Entry {
  return entry.state.kind === 'uploading' ? entry : { ...entry, state: { kind: 'uploading' } };
}

/** Only bytes that arrived count as progress: a try that starts and fails keeps its growing delay. */
function progressed(entry: Entry, id: DocumentId, sent: number): Entry {
  const before = entry.files.find((file) => file.documentId === id)?.sent ?? 0;
  return { ...sending(withFile(entry, id, { sent })), attempts: sent > before ? 0 : entry.attempts };
}

function sentWhole(entry: Entry, id: DocumentId): Entry {
  const total = entry.files.find((file) => file.documentId === id)?.total ?? 0;
  return withFile(entry, id, { stage: 'sent', sent: total });
}

function tried(entry: Entry, moment: Moment, longest?: number): Entry {
  return { ...entry, attempts: entry.attempts + 1, retryAt: later(entry.attempts, moment, longest) };
}

function problem(entry: Entry, code: string, documentId?: DocumentId): Entry {
  const file = entry.files.find((one) => one.documentId === documentId)?.name ?? null;
  return { ...entry, state: { kind: 'problem', code, file }, retryAt: null, outcomeUnknown: false };
}

/** It goes on by itself as soon as the person showed who they are. */
export function waitsForPerson({ state: { kind } }: Pick<Entry, 'state'>): boolean {
  return kind === 'waiting_for_login' || kind === 'waiting_for_card';
}

/** A refused file stays refused; anything else may be tried again. */
export function mayRetry(entry: Entry): boolean {
  return entry.state.kind === 'problem' && entry.files.every((file) => file.stage !== 'refused');
}

/** Only what still has bytes to send: the rest is a moment's work. */
export function mayPause(entry: Entry): boolean {
  const { kind } = entry.state;
  return (
    (kind === 'uploading' || kind === 'waiting_for_network') &&
    entry.files.some((file) => file.stage === 'waiting')
  );
}

/** Back to a draft only while it is certain that the office does not have it: otherwise it could arrive twice. */
export function mayEdit(entry: Entry): boolean {
  const { kind } = entry.state;
  // What is said about a document can be changed where it lies.
  if (entry.kind === 'vault') return false;
  return (
    kind === 'problem' ||
    (!entry.outcomeUnknown && (kind === 'waiting_for_network' || kind === 'paused' || waitsForPerson(entry)))
  );
}

/** Whatever is not travelling at this moment may be thrown away. */
export function mayDiscard(entry: Entry): boolean {
  return entry.state.kind !== 'submitting' && entry.state.kind !== 'uploading';
}
