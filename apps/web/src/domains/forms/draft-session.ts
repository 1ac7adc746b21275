import { type Answer, fingerprint, initialAnswers, type Stamps } from '@jena/shared/forms';
import { type Language, newId } from '@jena/shared/kernel';
import type { Draft, Represented, StoredFile } from '../../offline/drafts.ts';
import type { FormData } from './form-data.ts';

export type FormDraft = Draft;

export type SaveState =
  | { kind: 'untouched' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: Date }
  | { kind: 'failed' };

export type Session = { draft: FormDraft; save: SaveState; begun: boolean };

/** What a session needs from the phone; `offline/drafts.ts` in the app, memory in tests. */
export type DraftStore = {
  open: (serviceSlug: string) => Promise<FormDraft | undefined>;
  /** Gives the draft as it lies there now, with what came to it meanwhile. */
  save: (draft: FormDraft) => Promise<FormDraft | undefined>;
  remove: (id: string) => Promise<void>;
  now: () => Date;
};

/** How long after the last key an answer is written down. */
const pause = 250;

/**
 * One form being filled: the answers in memory, written to the phone shortly after each change and at once when the
 * page is left. Pages of the form share it, so nothing is read or lost between them.
 */
export class DraftSession {
  private session: Session;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private writing: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();
  private readonly store: DraftStore;

  constructor(store: DraftStore, session: Session) {
    this.store = store;
    this.session = session;
  }

  /** Opens the draft on the phone, carried over to this version of the form, or an empty one. */
  static async open(store: DraftStore, data: FormData, language: Language): Promise<DraftSession> {
    const stored = await store.open(data.service.slug);
    if (!stored) return new DraftSession(store, fresh(store, data, language));
    const save: SaveState = { kind: 'saved', at: new Date(stored.updatedAt) };
    const session = new DraftSession(store, { draft: stored, save, begun: true });
    if (stored.formVersion !== data.form.version || stored.language !== language) {
      const { carryOver } = await import('./carry-over.ts');
      session.change((draft) => carryOver(draft, data, language));
    }
    return session;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): Session => this.session;

  /** Takes a typed answer; what the card had said here is now the person's word. */
  answer(field: string, answer: Answer | undefined): void {
    this.change((draft) => {
      const answers = { ...draft.answers };
      if (answer === undefined) delete answers[field];
      else answers[field] = answer;
      const { [field]: _origin, ...origins } = draft.origins;
      return { ...draft, answers, origins, stamps: this.stamped(draft, [field]) };
    });
  }

  files(field: string, files: StoredFile[]): void {
    this.change((draft) => ({
      ...draft,
      files: { ...draft.files, [field]: files },
      stamps: this.stamped(draft, [field]),
    }));
  }

  /** Remembers where to continue. */
  goTo(page: string): void {
    if (this.session.begun && this.session.draft.page !== page) this.change((draft) => ({ ...draft, page }));
  }

  /** Takes answers that nobody typed: from the online ID card, or known of the represented party. */
  fill({ answers, origins }: Pick<Draft, 'answers' | 'origins'>): void {
    const { draft } = this.session;
    if (Object.keys(answers).every((name) => answers[name] === draft.answers[name])) return;
    const next = { ...draft, answers, origins };
    // A form that nobody began yet is not written down only because a card was read.
    if (this.session.begun) this.change(() => next);
    else this.set({ ...this.session, draft: next });
  }

  /** From now on it is for somebody whom the person represents: what their own card had answered goes. */
  actFor(onBehalfOf: Represented): void {
    this.change((draft) => {
      const read = new Set(Object.keys(draft.origins));
      const typed = Object.entries(draft.answers).filter(([field]) => !read.has(field));
      const answers = Object.fromEntries(typed);
      return { ...draft, answers, origins: {}, onBehalfOf, stamps: this.stamped(draft, read) };
    });
  }

  /** Takes in how the draft lies in the account by now, so that the page says so. */
  learn({ id, server }: Pick<FormDraft, 'id' | 'server'>): void {
    const { draft, save } = this.session;
    const news = server?.revision !== draft.server?.revision || server?.at !== draft.server?.at;
    // While it is written, the answer to that brings it.
    if (server && news && id === draft.id && save.kind === 'saved')
      this.set({ ...this.session, draft: { ...draft, server } });
  }

  /** The person has seen what a new version changed. */
  acknowledge(): void {
    this.change(({ changed: _changed, ...draft }) => ({ ...draft, readVersion: draft.formVersion }));
  }

  /** The person has seen which answers gave way to those of another device. */
  acknowledgeReplaced(): void {
    this.change(({ replaced: _replaced, ...draft }) => ({
      ...draft,
      readUntil: this.store.now().toISOString(),
    }));
  }

  private stamped(draft: FormDraft, fields: Iterable<string>): Stamps {
    const now = this.store.now().toISOString();
    return { ...draft.stamps, ...Object.fromEntries([...fields].map((field) => [field, now])) };
  }

  /** Deletes everything on the phone and begins anew. */
  async startOver(data: FormData, language: Language): Promise<void> {
    const { draft } = this.session;
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.writing;
    await this.store.remove(draft.id);
    this.set(fresh(this.store, data, language));
  }

  /** Writes at once what is not yet written, e.g. because the page is being left. */
  async flush(): Promise<void> {
    if (this.timer === undefined) return this.writing;
    clearTimeout(this.timer);
    this.timer = undefined;
    const { draft } = this.session;
    this.writing = this.writing.then(() => this.write(draft));
    return this.writing;
  }

  private change(make: (draft: FormDraft) => FormDraft): void {
    const draft = { ...make(this.session.draft), updatedAt: this.store.now().toISOString() };
    this.set({ draft, save: { kind: 'saving' }, begun: true });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private async write(draft: FormDraft): Promise<void> {
    try {
      const kept = await this.store.save(draft);
      if (this.session.draft === draft)
        this.set({ ...this.session, draft: kept ?? draft, save: { kind: 'saved', at: this.store.now() } });
    } catch {
      // The answers stay on the screen; the page says so and offers to try again.
      this.set({ ...this.session, save: { kind: 'failed' } });
    }
  }

  /** After a failure: everything as it stands now. */
  again(): void {
    this.change((draft) => draft);
  }

  private set(session: Session): void {
    this.session = session;
    for (const listener of this.listeners) listener();
  }
}

function fresh(store: DraftStore, data: FormData, language: Language): Session {
  const draft: FormDraft = {
    id: newId<'draft'>(),
    serviceSlug: data.service.slug,
    formVersion: data.form.version,
    fingerprint: fingerprint(data.form, language),
    answers: initialAnswers(data.form),
    origins: {},
    files: {},
    page: data.form.pages[0]?.id ?? '',
    updatedAt: store.now().toISOString(),
    language,
  };
  return { draft, save: { kind: 'untouched' }, begun: false };
}
