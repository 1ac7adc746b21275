import type { DraftBody, SaveDraftInput, SavedDraft, ServerDraft } from '@jena/shared/forms/drafts';
import type { DraftId } from '@jena/shared/kernel';
import { IDBFactory } from 'fake-indexeddb';
import { createDraftSync, type DraftAccount } from './draft-sync.ts';
import { type Draft, openDraft, saveDraft } from './drafts.ts';
import { rememberOwner } from './owner.ts';
import { keepPersonKey } from './phone-keys.ts';
import { account, aDraft, restartPhone } from './testing.ts';

export const lena = account(1);
export const slug = 'wohnsitz-anmelden';
export const at = (minute: number) => `2026-11-26T10:${String(minute).padStart(2, '0')}:00.000Z`;

type Kept = Omit<ServerDraft, 'body' | 'draftId' | 'mandateId'> & {
  body: DraftBody;
  mandateId: ServerDraft['mandateId'];
};

/** The account as the server keeps it: one draft of each service, written over only by who has read it. */
export function anAccount() {
  const drafts = new Map<DraftId, Kept>();
  const closed: DraftId[] = [];
  let away = false;
  const reach = () => {
    if (away) throw new TypeError('no network');
  };
  const save = async (input: SaveDraftInput): Promise<SavedDraft> => {
    reach();
    const { draftId, base, body, serviceSlug, formVersion, mandateId } = input;
    if (closed.includes(draftId)) return { kind: 'closed' };
    const known = drafts.get(draftId);
    const taken = [...drafts].some(([id, other]) => id !== draftId && other.serviceSlug === serviceSlug);
    if ((known?.revision ?? 0) !== base || taken) return { kind: 'changed' };
    const head = { serviceSlug, formVersion, mandateId, updatedAt: at(0) as never, endsAt: at(59) as never };
    drafts.set(draftId, { ...head, revision: base + 1, body: structuredClone(body) });
    return { kind: 'saved', revision: base + 1 };
  };
  const door: DraftAccount = {
    list: async () => {
      reach();
      const open = [...drafts].map(([draftId, { body: _body, ...head }]) => ({ draftId, ...head }));
      return { drafts: open, closed };
    },
    read: async (draftId) => {
      reach();
      const found = drafts.get(draftId);
      if (!found) throw new Error('no such draft');
      return structuredClone({ draftId, ...found });
    },
    save,
    close: async ({ draftId }) => {
      reach();
      drafts.delete(draftId);
      closed.push(draftId);
    },
  };
  return {
    drafts,
    closed,
    door,
    goAway: (is: boolean) => {
      away = is;
    },
    only: () => [...drafts.values()][0] as Kept,
  };
}

/** Lena's phones: each with storage of its own. One is in the hand at a time. */
export async function twoPhones(server: ReturnType<typeof anAccount>) {
  const storages = { phone: new IDBFactory(), laptop: new IDBFactory() };
  const { sync, start } = createDraftSync(server.door, () => new Date(at(30)));
  const take = async (which: keyof typeof storages) => {
    await restartPhone();
    globalThis.indexedDB = storages[which];
  };
  for (const which of ['phone', 'laptop'] as const) {
    await take(which);
    await login();
  }
  await take('phone');
  return { take, sync, start };
}

export async function login(): Promise<void> {
  await rememberOwner(lena);
  await keepPersonKey(lena, 'A'.repeat(43));
}

/** Answers a question of the draft on this phone, or of a new one. */
export const writes = async (field: string, answer: string, minute: number, more: Partial<Draft> = {}) => {
  const known = (await openDraft(slug)) ?? aDraft({ answers: {}, origins: {} });
  await saveDraft({
    ...known,
    ...more,
    answers: { ...known.answers, [field]: answer },
    stamps: { ...known.stamps, [field]: at(minute) },
    updatedAt: at(minute),
  });
};
