import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { AppTables } from '../../platform/db/tables.ts';
import type { MandatesFace } from '../mandates/index.ts';
import type { FormsStore } from './forms.store.ts';

/** What drafts work with. */
export type FormsDeps = {
  drafts: FormsStore;
  tables: AppTables;
  clock: Clock;
  keys: Keys;
  catalogue: {
    /** A bundle has a draft as a service has, for the person themselves. */
    isBundle(slug: string): boolean;
    service(
      slug: string,
    ): { slug: string; form?: string | null; audience: readonly ('citizen' | 'business')[] } | undefined;
  };
  mandates: Pick<MandatesFace, 'act' | 'representedBy'>;
};
