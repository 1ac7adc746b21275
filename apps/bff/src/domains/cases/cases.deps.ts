import type { LocalForm, LocalService } from '@jena/content';
import type { Issued } from '@jena/content/server';
import type { CardData, Contact } from '@jena/shared/account';
import type { AutomaticAct, Explanation } from '@jena/shared/automation';
import type { CaseEventType, CaseState } from '@jena/shared/cases';
import type { CodeLists } from '@jena/shared/forms';
import type { AccountId, CaseId, DocumentId, Instant, StaffId } from '@jena/shared/kernel';
import type { MessageType } from '@jena/shared/notifications';
import type { VaultDocument } from '@jena/shared/vault';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import type { MandatesFace } from '../mandates/index.ts';
import type { CoSignStore } from './cases.co-sign.store.ts';
import type { DeskStore } from './cases.desk.store.ts';
import type { DuplicateStore } from './cases.duplicates.store.ts';
import type { QueueStore } from './cases.queues.store.ts';
import type { SearchStore } from './cases.search.store.ts';
import type { CasesStore } from './cases.store.ts';

/** Seals a person's texts with that person's key; `place` binds them to where they stand. */
export type Seal = {
  seal(tx: Writer, accountId: AccountId, text: string, place: string): Promise<string>;
  open(db: Reader, accountId: AccountId, sealed: string, place: string): Promise<string>;
};

/** Something happened to a case, in the transaction in which it did. */
export type CaseHappened = {
  caseId: CaseId;
  serviceSlug: string;
  type: CaseEventType;
  at: Instant;
  /** The number of its event. */
  sequence: number;
  isAutomatic: boolean;
};

/** What the cases domain needs of the others: their faces, never their stores. */
export type CasesDeps = {
  cases: CasesStore;
  queues: QueueStore;
  desk: DeskStore;
  duplicates: DuplicateStore;
  search: SearchStore;
  tables: AppTables;
  clock: Clock;
  seal: Seal;
  coSigns: CoSignStore;
  /** How often one person may try codes. */
  codeLimiter: RateLimiter;
  /** What is known of a person from their card; null before it was read. */
  card(db: Reader, accountId: AccountId): Promise<CardData | null>;
  /** Whose accounts are of somebody of the same name and birth date. */
  alike(db: Reader, card: CardData): Promise<AccountId[]>;
  /** Who may act for whom, asked anew in each call. */
  mandates: MandatesFace;
  catalogue: {
    service(slug: string): LocalService | undefined;
    /** The version asked for, else the newest. */
    form(slug: string, version?: number): LocalForm | undefined;
    /** True for a life event that asks for several services at once. */
    isBundle(slug: string): boolean;
    issued(slug: string): Issued | undefined;
    codeLists(): CodeLists;
    servicesAt(officeId: string): readonly string[];
  };
  vault: {
    documentsOf(db: Reader, accountId: AccountId, ids: readonly DocumentId[]): Promise<VaultDocument[]>;
    /** What a caseworker has prepared for a message in a case of this person. */
    prepared(
      db: Reader,
      ownerId: AccountId,
      by: { staffId: StaffId; caseId: CaseId },
    ): Promise<VaultDocument[]>;
    /** Gives what was prepared to its person; false when it is not prepared any more. */
    provide(
      tx: Writer,
      given: { staffId: StaffId; caseId: CaseId; ids: readonly DocumentId[]; at: Instant },
    ): Promise<boolean>;
  };
  /** Makes the codes of decisions and of links, and hashes by which the same is found again and nothing can be read. */
  keys: Pick<Keys, 'blindIndex'>;
  /** Slows down who tries codes, by address. */
  verifyLimiter: RateLimiter;
  /** What others plan when something happened to a case. */
  happened(tx: Writer, event: CaseHappened): Promise<void>;
  automation: {
    explain(act: AutomaticAct): Explanation | null;
    /** Whether a rule may still act on a case, so that its owner may want a person. */
    mayAct(
      db: Reader,
      row: { id: CaseId; serviceSlug: string; state: CaseState; caseworkerId: string | null },
    ): Promise<boolean>;
  };
  /** How the person wants to be reached and met. */
  contact(db: Reader, accountId: AccountId): Promise<Contact>;
  staffName(db: Reader, staffId: string): Promise<string | undefined>;
  /** Who works on cases at an office, by name. */
  caseworkersOf(db: Reader, officeId: string): Promise<{ id: StaffId; name: string }[]>;
  notify(
    tx: Writer,
    message: {
      accountId: AccountId;
      type: MessageType;
      caseId: CaseId;
      caseReference: string;
      serviceSlug: string;
      at: Instant;
      key: string;
    },
  ): Promise<void>;
};
