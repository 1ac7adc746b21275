import type { accessPageSchema, CardData } from '@jena/shared/account';
import type { AccountId, CaseId, Instant, MandateId, StaffActor } from '@jena/shared/kernel';
import type { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import type { RateLimiter } from '../../platform/rate-limit.ts';
import type { Notice } from '../notifications/index.ts';
import type { MandatesStore } from './mandates.store.ts';

/** What the mandates domain needs of the others: their faces, never their stores. */
export type MandatesDeps = {
  mandates: MandatesStore;
  tables: AppTables;
  clock: Clock;
  keys: Keys;
  /** How a person is called; empty before a card was read. */
  displayName(db: Reader, accountId: AccountId): Promise<string>;
  /** Makes an account that nobody can log in to. */
  addAccount(tx: Writer, account: { id: AccountId; at: Instant }): Promise<void>;
  /** What is known of a person from their card; null before it was read. */
  card(db: Reader, accountId: AccountId): Promise<CardData | null>;
  /** Whom a service is for; nobody when the catalogue does not know it. */
  audienceOf(slug: string): readonly ('citizen' | 'business')[];
  /** How often one person may try codes. */
  codeLimiter: RateLimiter;
  /** Who has seen an account's data, newest first. */
  accessLog(
    db: Reader,
    accountId: AccountId,
    after: string | null,
  ): Promise<z.infer<typeof accessPageSchema>>;
  notify(tx: Writer, notice: Notice): Promise<void>;
  /** By which mandate a case was handed in, when this caseworker has it in hand. */
  mandateOfCase(db: Reader, staff: StaffActor, caseId: CaseId): Promise<MandateId | undefined>;
};
