import { draftNotFound } from '@jena/shared/forms';
import type {
  CloseDraftInput,
  DraftHead,
  SaveDraftInput,
  SavedDraft,
  ServerDraft,
  ServerDrafts,
} from '@jena/shared/forms/drafts';
import { type AccountId, type DraftId, newId } from '@jena/shared/kernel';
import { announce, onChange } from './changes.ts';
import {
  fromAccount,
  isLinked,
  isUnsent,
  joined,
  joinTwins,
  placeOf,
  placeOfHead,
  writeOf,
} from './draft-account.ts';
import { changeDraft, type Draft, deleteDraft, listDrafts } from './drafts.ts';
import { failureOf } from './failures.ts';
import { loggedIn, outboxDatabase } from './outbox.db.ts';
import { hasPersonKey } from './phone-keys.ts';

/** The account's door to drafts: `forms.*`. */
export type DraftAccount = {
  list: () => Promise<ServerDrafts>;
  read: (draftId: DraftId) => Promise<ServerDraft>;
  save: (input: SaveDraftInput) => Promise<SavedDraft>;
  close: (input: CloseDraftInput) => Promise<unknown>;
};

export type DraftSync = {
  /** Brings phone and account together, as far as that goes now. One at a time; one tab at a time. */
  sync: () => Promise<void>;
  /** From now on: at once, soon after each change, and whenever the app is looked at. Returns how to stop. */
  start: () => () => void;
};

const lockName = 'jena-drafts';
/** How long after the last change a draft goes to the account: the hand has paused. */
const pause = 1500;
const lookAgainEvery = 60_000;
/** Right after a phone says it is back online a call may still fail; what waits is tried again after these pauses. */
const retryAfter = [2_000, 5_000, 15_000, 30_000];
/** Two devices may write at once; each round reads first what the other wrote. */
const rounds = 3;

export function createDraftSync(account: DraftAccount, now: () => Date = () => new Date()): DraftSync {
  let running: Promise<void> | undefined;
  let again = false;
  let failures = 0;
  let started = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function pass(): Promise<void> {
    if (globalThis.navigator?.onLine === false) return;
    const owner = await whoseKeyIsHere();
    if (owner === undefined) return;
    const theirs = whileHereIs(owner, account);
    const device = await deviceId();
    await sendClosings(theirs);
    await joinAllTwins(now);
    for (let round = 0; round < rounds; round++) {
      await receive(theirs, device, now);
      if (await send(theirs, device)) return;
    }
  }

  /** Without a network, a session or storage within reach everything is as it was on the phone. */
  function afterFailure(error: unknown): void {
    const { kind } = failureOf(error);
    if (!started || (kind !== 'offline' && kind !== 'server')) return;
    sendIn(retryAfter[Math.min(failures, retryAfter.length - 1)]);
    failures += 1;
  }

  async function sendNews(): Promise<void> {
    if (await somethingToSend()) await sync();
  }

  function sendIn(pauseMs = pause): void {
    clearTimeout(timer);
    timer = setTimeout(() => void sendNews().catch(() => undefined), pauseMs);
  }

  function sync(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    running = withLock(pass)
      .then(() => {
        failures = 0;
      }, afterFailure)
      .then(async () => {
        running = undefined;
        if (!again) return;
        again = false;
        await sync();
      });
    return running;
  }

  function start(): () => void {
    started = true;
    const look = () => {
      if (document.visibilityState === 'visible') void sync();
    };
    const stop = onChange((topic) => {
      if (topic === 'drafts' || topic === 'outbox') sendIn();
      if (topic === 'owner') void sync();
    });
    const interval = setInterval(look, lookAgainEvery);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    void sync();
    return () => {
      started = false;
      stop();
      clearTimeout(timer);
      clearInterval(interval);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }

  return { sync, start };
}

/** Runs in one tab at a time; the account's revisions cover browsers without locks. */
async function withLock(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  await locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (lock) await work();
  });
}

/** Nobody's drafts travel before it is sure whose they are, and sealed with that person's key. */
async function whoseKeyIsHere(): Promise<AccountId | undefined> {
  const owner = await outboxDatabase.run((db) => loggedIn(db.transaction('meta').store));
  return owner !== null && (await hasPersonKey(owner)) ? owner : undefined;
}

/** The account's door for as long as its person is logged in here: after that nobody asks in their name. */
function whileHereIs(owner: AccountId, account: DraftAccount): DraftAccount {
  const here = async () => {
    if ((await whoseKeyIsHere()) !== owner) throw new DOMException('they left', 'AbortError');
  };
  return {
    list: () => here().then(() => account.list()),
    read: (draftId) => here().then(() => account.read(draftId)),
    save: (input) => here().then(() => account.save(input)),
    close: (input) => here().then(() => account.close(input)),
  };
}

/** What the account calls this phone: by chance, and only to say where a photograph lies. */
async function deviceId(): Promise<string> {
  return outboxDatabase.run(async (db) => {
    const { store, done } = db.transaction('meta', 'readwrite');
    const known = (await store.get('device')) ?? newId<'device'>();
    await store.put(known, 'device');
    await done;
    return known;
  });
}

async function closings(): Promise<{ key: string; draftId: DraftId; why: CloseDraftInput['why'] }[]> {
  return outboxDatabase.run(async (db) => {
    const { store } = db.transaction('meta');
    const keys = (await store.getAllKeys(IDBKeyRange.bound('closing:', 'closing;'))) as string[];
    return Promise.all(
      keys.map(async (key) => ({
        key,
        draftId: key.slice('closing:'.length) as DraftId,
        why: (await store.get(key)) === 'submitted' ? ('submitted' as const) : ('deleted' as const),
      })),
    );
  });
}

async function somethingToSend(): Promise<boolean> {
  const [gone, drafts] = await Promise.all([closings(), listDrafts()]);
  return gone.length > 0 || drafts.some(isUnsent);
}

/** Tells the account what was handed in or thrown away here. What it does not know, or is another's, needs no telling. */
async function sendClosings(account: DraftAccount): Promise<void> {
  for (const { key, draftId, why } of await closings()) {
    await account
      .close({ idempotencyKey: newId<'idempotency'>(), draftId, why })
      .catch((error: unknown) => ignoreCode(error, draftNotFound.code));
    await outboxDatabase.run((db) => db.delete('meta', key));
  }
}

function ignoreCode(error: unknown, code: string): void {
  const failure = failureOf(error);
  if (failure.kind !== 'rejected' || failure.code !== code) throw error;
}

async function joinAllTwins(now: () => Date): Promise<void> {
  const drafts = await listDrafts();
  for (const place of new Set(drafts.map(placeOf))) {
    const twins = drafts.filter((draft) => placeOf(draft) === place);
    const into = twins.find(isLinked) ?? twins[0];
    for (const twin of twins) {
      if (!into || twin.id === into.id || isLinked(twin)) continue;
      await changeDraft(into.id, (stored) => stored && joinTwins(stored, twin, now().toISOString()));
      await outboxDatabase.run(async (db) => {
        const transaction = db.transaction(['drafts', 'files'], 'readwrite');
        const files = transaction.objectStore('files');
        for (const row of await files.index('byDraft').getAll(twin.id))
          await files.put({ ...row, draftId: into.id });
        await transaction.objectStore('drafts').delete(twin.id);
        await transaction.done;
      });
      announce('drafts');
    }
  }
}

/** Takes in what other devices wrote, and lets go what they handed in or threw away. */
async function receive(account: DraftAccount, device: string, now: () => Date): Promise<void> {
  const { drafts: heads, closed } = await account.list();
  for (const draft of await listDrafts()) {
    if (draft.server && closed.includes(draft.server.id)) await letGo(draft);
  }
  const busy = await submitted();
  for (const head of heads) {
    const { draftId, revision } = head;
    if (busy.has(draftId)) continue;
    if (await isGoneHere(draftId)) {
      await outboxDatabase.run((db) => db.put('meta', 'deleted', `closing:${draftId}`));
      continue;
    }
    const mine = counterpart(await listDrafts(), head);
    if (mine?.server?.id === draftId && mine.server.revision === revision) continue;
    const found = await account.read(draftId);
    await changeDraft(mine?.id ?? draftId, (stored) => {
      if (stored) return joined(stored, found, device, now().toISOString());
      // It went while the account answered.
      return mine ? undefined : fromAccount(found, device);
    });
  }
}

function counterpart(drafts: Draft[], head: DraftHead): Draft | undefined {
  return (
    drafts.find(({ server, id }) => server?.id === head.draftId || id === head.draftId) ??
    drafts.find((draft) => !isLinked(draft) && placeOf(draft) === placeOfHead(head))
  );
}

/** Handed in or thrown away elsewhere: goes here too, unless something lies here that nobody else has. */
async function letGo(draft: Draft): Promise<void> {
  const onlyHere = Object.values(draft.files)
    .flat()
    .some(({ inVault }) => !inVault);
  if (!isUnsent(draft) && !onlyHere) {
    await deleteDraft(draft.id);
    await outboxDatabase.run((db) => db.delete('meta', `closing:${draft.server?.id}`));
    return;
  }
  await unlink(draft.id);
}

/** From now on it is a draft that the account does not know: there it begins anew, under another id. */
async function unlink(id: string): Promise<void> {
  await changeDraft(id, (stored) => {
    if (!stored) return undefined;
    const { base: _base, ...own } = stored;
    return { ...own, server: { id: newId<'draft'>(), revision: 0, at: '' } };
  });
}

/** Drafts that became applications: on their way, so neither received nor sent. */
async function submitted(): Promise<Set<string>> {
  const entries = await outboxDatabase.run((db) => db.getAll('entries'));
  return new Set(
    entries.flatMap((entry) =>
      entry.kind === 'submission' ? [entry.draftId, entry.draft.server?.id ?? entry.draftId] : [],
    ),
  );
}

async function isGoneHere(id: DraftId): Promise<boolean> {
  return (await outboxDatabase.run((db) => db.get('meta', `deleted:${id}`))) !== undefined;
}

/** Sends what the account does not have. False when another device was quicker: then it must be read first. */
async function send(account: DraftAccount, device: string): Promise<boolean> {
  let whole = true;
  for (const draft of (await listDrafts()).filter(isUnsent)) {
    const input = writeOf(draft, device, newId<'idempotency'>());
    const saved = await account.save(input).catch(staysHere);
    if (saved?.kind === 'changed') whole = false;
    if (saved?.kind === 'closed') {
      await unlink(draft.id);
      whole = false;
    }
    if (saved?.kind !== 'saved') continue;
    const { draftId } = input;
    await changeDraft(draft.id, (stored) =>
      stored
        ? {
            ...stored,
            base: input.body.stamps,
            server: { id: draftId, revision: saved.revision, at: input.body.updatedAt },
          }
        : undefined,
    );
  }
  return whole;
}

/** What the account will not take, e.g. because a mandate ended, stays on the phone as it is. */
function staysHere(error: unknown): undefined {
  if (failureOf(error).kind !== 'rejected') throw error;
  return undefined;
}
