import type { Answers } from '@jena/shared/forms';
import type { Language } from '@jena/shared/kernel';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLanguage } from '../../lib/copy.ts';
import type { Draft, Represented } from '../../offline/drafts.ts';
import { DraftSession, type DraftStore, type Session } from './draft-session.ts';
import type { FormData } from './form-data.ts';

/** The drafts on this phone; loaded when a form is opened, never for a page that is only read. */
async function phone(): Promise<DraftStore> {
  const { openDraft, saveDraft, deleteDraft, loadMerge } = await import('../../offline/drafts.ts');
  await loadMerge();
  return {
    open: openDraft,
    save: saveDraft,
    remove: deleteDraft,
    now: () => new Date(),
  };
}

type Opened = { key: string; session: Promise<DraftSession>; ready?: DraftSession };
let opened: Opened | undefined;

async function openSession(data: FormData, language: Language): Promise<DraftSession> {
  return DraftSession.open(await phone(), data, language);
}

/** Asks nobody, and loads nothing, unless someone has logged in on this phone. */
async function prefillIfKnown(session: DraftSession, data: FormData): Promise<void> {
  const { currentOwner } = await import('../../offline/owner.ts');
  if ((await currentOwner()) === null) return;
  const { prefillFromCard } = await import('./card.ts');
  await prefillFromCard(session, data);
}

/** Forgets the form in memory: it was handed over, or deleted. The phone's copy is not touched. */
export function closeSession(): void {
  opened = undefined;
}

function keyOf(data: FormData, language: Language): string {
  return `${data.service.slug} ${data.form.version} ${language}`;
}

function sessionOf(data: FormData, language: Language): Promise<DraftSession> {
  const key = keyOf(data, language);
  if (opened?.key === key) return opened.session;
  const before = opened?.session.then((session) => session.flush()).catch(() => undefined);
  const entry: Opened = { key, session: Promise.resolve(before).then(() => openSession(data, language)) };
  entry.session.then(
    (session) => {
      entry.ready = session;
    },
    () => {
      if (opened === entry) closeSession();
    },
  );
  opened = entry;
  return entry.session;
}

/** The session of this form when it is open already: a page that follows another one stands at once. */
function openNow(data: FormData, language: Language): DraftSession | undefined {
  return opened?.key === keyOf(data, language) ? opened.ready : undefined;
}

/** What lies on the phone beside the draft that is open; undefined while this one is not written itself. */
async function besideOpen(session: DraftSession): Promise<{ stored: Draft | undefined } | undefined> {
  const { draft, begun, save } = session.read();
  // What is not written yet, or cannot be, is here alone.
  if (begun && save.kind !== 'saved') return undefined;
  const { openDraft } = await import('../../offline/drafts.ts');
  const stored = await openDraft(draft.serviceSlug);
  // Whoever typed meanwhile is ahead of what was read.
  return session.read().draft === draft ? { stored } : undefined;
}

/**
 * True when another tab sent, deleted or went on with the draft that this one holds; or when this one is empty still, and
 * a draft can be read by now: the login brings its key a moment after the page has opened.
 */
function isOutdated({ draft, begun }: Session, stored: Draft | undefined): boolean {
  if (!begun) return stored !== undefined;
  return stored?.id !== draft.id || stored.updatedAt > draft.updatedAt;
}

/**
 * Begins a form for somebody whom the person represents, and has it on the phone before it returns.
 * @throws when the phone cannot keep it
 */
export async function beginDraft(data: FormData, language: Language, party: Represented): Promise<void> {
  const session = await sessionOf(data, language);
  session.actFor(party);
  await session.flush();
  if (session.read().save.kind === 'failed') throw new Error('the draft could not be written');
}

/**
 * Puts answers that were given before the form was opened into its draft, and has it on the phone before it returns.
 * Returns the draft's answers.
 * @throws when the phone cannot keep it
 */
export async function carryIntoDraft(data: FormData, language: Language, answers: Answers): Promise<Answers> {
  const session = await sessionOf(data, language);
  for (const [field, answer] of Object.entries(answers)) session.answer(field, answer);
  await session.flush();
  if (session.read().save.kind === 'failed') throw new Error('the draft could not be written');
  return session.read().draft.answers;
}

export type DraftState =
  | { status: 'loading' }
  | { status: 'failed'; again: () => void }
  | ({ status: 'ready'; session: DraftSession } & Session);

const nothing = () => () => undefined;

/** The draft of a form for a component: opened once, shared by all pages of the form, written when the page is left. */
export function useDraft(data: FormData): DraftState {
  const language = useLanguage();
  const [session, setSession] = useState(() => openNow(data, language));
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt opens the phone's storage again
  useEffect(() => {
    let current = true;
    setFailed(false);
    sessionOf(data, language).then(
      (found) => current && setSession(found),
      () => current && setFailed(true),
    );
    return () => {
      current = false;
    };
  }, [data, language, attempt]);

  useEffect(() => {
    if (!session) return;
    const write = () => void session.flush();
    const hidden = () => document.visibilityState === 'hidden' && write();
    window.addEventListener('pagehide', write);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('pagehide', write);
      document.removeEventListener('visibilitychange', hidden);
      write();
    };
  }, [session]);

  useEffect(() => {
    if (!session) return;
    let stop: (() => void) | undefined;
    let release: (() => void) | undefined;
    let current = true;
    // Another window may accept a new version; this one stays as it is while someone fills a form.
    void import('../../offline/register.ts').then(({ holdUpdates }) => {
      if (current) release = holdUpdates();
    });
    void import('../../offline/changes.ts').then(({ onChange }) => {
      if (!current) return;
      // Who comes back from a login opens the form before the phone knows whose card it was.
      void prefillIfKnown(session, data);
      const lookAgain = async () => {
        const beside = await besideOpen(session);
        if (!beside || opened?.ready !== session) return;
        if (isOutdated(session.read(), beside.stored)) {
          closeSession();
          setAttempt((count) => count + 1);
        } else if (beside.stored) session.learn(beside.stored);
      };
      stop = onChange((topic) => {
        if (topic === 'owner') void prefillIfKnown(session, data);
        if (topic === 'drafts' || topic === 'owner') void lookAgain();
      });
      // The key may have come since the form was opened, before anybody listened.
      void lookAgain();
    });
    return () => {
      current = false;
      stop?.();
      release?.();
    };
  }, [session, data]);

  const state = useSyncExternalStore(
    session?.subscribe ?? nothing,
    () => session?.read(),
    () => undefined,
  );
  if (failed) return { status: 'failed', again: () => setAttempt((count) => count + 1) };
  return session && state ? { status: 'ready', session, ...state } : { status: 'loading' };
}
