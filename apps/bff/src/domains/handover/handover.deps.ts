import type { HandoverRoute } from '@jena/content/server';
import type { AccountId, DocumentId } from '@jena/shared/kernel';
import type { HandoverPort } from '../../adapters/handover/port.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Reader, Store } from '../../platform/db/store.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import type { AutomaticCases } from '../cases/index.ts';
import type { HandoverStore } from './handover.store.ts';

export type HandoverDeps = {
  transfers: HandoverStore;
  port: HandoverPort;
  routes: ReadonlyMap<string, HandoverRoute>;
  tables: AppTables;
  clock: Clock;
  store: Store;
  cases: AutomaticCases;
  /** A paper as it is, decrypted. */
  contentOf(db: Reader, ownerId: AccountId, documentId: DocumentId): Promise<Buffer>;
  service(slug: string): { identifier: string; name: string };
  /** Between 0 and 1; spreads tries. */
  random: () => number;
};
