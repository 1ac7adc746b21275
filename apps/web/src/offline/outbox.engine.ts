import type { AddEvidenceInput, Receipt, SubmitInput } from '@jena/shared/cases';
import type { AccountId, DocumentId, IdempotencyKey } from '@jena/shared/kernel';
import type { DescribeInput, DocumentState } from '@jena/shared/vault';
import { announce, onChange } from './changes.ts';
import type { Words } from './hidden.ts';
import { driveEntry } from './outbox.drive.ts';
import { type Letter, waitsForPerson } from './outbox.machine.ts';
import { applyEvent, listEntries } from './outbox.store.ts';
import { expireSession, forgetOwner, rememberOwner } from './owner.ts';
import { hasPersonKey, keepPersonKey } from './phone-keys.ts';
import { sealOldOnce, sealWhatIsOpen } from './seal-open.ts';
import type { SendFile } from './uploads.ts';

/** What is sent of a letter. */
export type LetterInput = Pick<Letter, 'use' | 'caseId'> & Words & { idempotencyKey: IdempotencyKey };

export type OutboxDeps = {
  /** `cases.submit`. Called as often as needed with the same idempotency key. */
  submit: (input: SubmitInput, options: { signal: AbortSignal }) => Promise<Receipt>;
  /** `cases.addEvidence`, likewise. */
  addEvidence: (input: AddEvidenceInput, options: { signal: AbortSignal }) => Promise<unknown>;
  /** `vault.describe`, likewise. */
  describe: (input: DescribeInput, options: { signal: AbortSignal }) => Promise<unknown>;
  /** `cases.write` or `cases.object`, likewise. */
  write: (input: LetterInput, options: { signal: AbortSignal }) => Promise<unknown>;
  uploadEndpoint: string;
  /** `vault.document`: whether the server finished looking at a file. */
  documentState: (documentId: DocumentId) => Promise<{ state: DocumentState; refusal: string | null }>;
  /** `account.phoneKey`: what this person's things on the phone are sealed with; `null` when there is none. */
  phoneKey: () => Promise<string | null>;
  now: () => Date;
  random: () => number;
  online?: () => boolean;
  sendFile?: SendFile;
};

export type Outbox = {
  /** Flushes now and at every occasion. Returns how to stop. */
  start: () => () => void;
  /** Sends what can be sent; one tab at a time. `urgent` does not wait for the next planned try. */
  flush: (options?: { urgent?: boolean }) => Promise<void>;
  /** After a login: binds what belongs to the device as it is sent, wakes what waited for it. */
  login: (accountId: AccountId, how: { byCard: boolean }) => Promise<void>;
  /** When the server says at a start that nobody is logged in (any more). */
  expired: () => Promise<void>;
  /** After a logout on purpose: what is this person's stays on the phone, unreadable. */
  logout: () => Promise<void>;
};

const lockName = 'jena-outbox';
const idlePoll = 30_000;

/** Runs work in one tab at a time; false when another tab is at it. The server's idempotency covers browsers without locks. */
async function withLock(work: () => Promise<void>): Promise<boolean> {
  const locks = globalThis.navigator?.locks;
  if (!locks) {
    await work();
    return true;
  }
  return locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
    return lock !== null;
  });
}

/** The part of the outbox that talks to the network. Make one per page load; load it after the first paint. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const online = deps.online ?? (() => globalThis.navigator?.onLine !== false);
  let running: Promise<void> | undefined;
  let again: { urgent: boolean } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let started = false;

  async function pass(urgent: boolean): Promise<void> {
    await withLock(async () => {
      for (const { id } of await listEntries()) await driveEntry(id, { ...deps, online }, urgent);
    });
    await plan();
  }

  /** The next try by the clock: events such as `online` do not reach every phone. */
  async function plan(): Promise<void> {
    clearTimeout(timer);
    if (!started) return;
    const waiting = (await listEntries()).filter(({ state }) =>
      ['waiting_for_network', 'uploading', 'submitting'].includes(state.kind),
    );
    if (waiting.length === 0) return;
    const now = deps.now().getTime();
    const next = Math.min(...waiting.map(({ retryAt }) => (retryAt ? Date.parse(retryAt) : now + idlePoll)));
    timer = setTimeout(() => void flush(), Math.max(1_000, next - now));
  }

  function flush({ urgent = false } = {}): Promise<void> {
    if (running) {
      again = { urgent: urgent || again?.urgent === true };
      return running;
    }
    running = pass(urgent)
      // Storage out of reach for a moment; every entry is as it was.
      .catch(() => undefined)
      .then(async () => {
        running = undefined;
        const next = again;
        again = undefined;
        if (next) await flush(next);
      });
    return running;
  }

  /** Without an answer things are sealed with the device's key until the next start: nobody loses what they type. */
  async function unlock(accountId: AccountId): Promise<void> {
    try {
      const key = (await hasPersonKey(accountId)) ? null : await deps.phoneKey();
      if (key === null) return;
      await keepPersonKey(accountId, key);
      announce('owner');
      await sealWhatIsOpen();
    } catch {
      // The network or the storage is away for a moment.
    }
  }

  async function wakeUp(how: { byCard: boolean }): Promise<void> {
    const moment = { now: deps.now().getTime(), random: deps.random };
    for (const entry of await listEntries()) {
      if (waitsForPerson(entry)) await applyEvent(entry.id, { type: 'loggedIn', ...how }, moment);
    }
  }

  return {
    start() {
      started = true;
      void sealOldOnce().catch(() => undefined);
      const stops = [
        listen(globalThis.window, 'online', () => void flush({ urgent: true })),
        listen(globalThis.document, 'visibilitychange', () => {
          if (document.visibilityState === 'visible') void flush();
        }),
        listen(globalThis.navigator?.serviceWorker, 'message', (event) => {
          if ((event as MessageEvent<{ type?: unknown }>).data?.type === 'flush')
            void flush({ urgent: true });
        }),
        onChange((topic) => {
          if (topic === 'flush') void flush({ urgent: true });
        }),
      ];
      void flush({ urgent: true });
      return () => {
        started = false;
        clearTimeout(timer);
        for (const stop of stops) stop();
      };
    },
    flush,
    async login(accountId, how) {
      await rememberOwner(accountId);
      await unlock(accountId);
      await wakeUp(how);
      await flush({ urgent: true });
    },
    expired: expireSession,
    async logout() {
      // What was made before the login gets the key that goes now.
      await sealWhatIsOpen().catch(() => undefined);
      await forgetOwner();
    },
  };
}

function listen(target: EventTarget | undefined, type: string, listener: (event: Event) => void): () => void {
  target?.addEventListener(type, listener);
  return () => target?.removeEventListener(type, listener);
}
