import type { accessPageSchema } from '@jena/shared/account';
import type { AccountId } from '@jena/shared/kernel';
import type { z } from 'zod';
import { type AccessTables, accessHead, readAccess } from '../../platform/access-chain.ts';
import type { Reader } from '../../platform/db/access.ts';

const pageSize = 50;

/**
 * Who of the administration saw or worked with a person's data, newest first, with the hashes that bind it.
 * @param after `next` of the page before; anything else begins at the newest
 */
export async function accessLogOf(
  db: Reader,
  tables: AccessTables,
  { accountId: subject, after }: { accountId: AccountId; after: string | null },
): Promise<z.infer<typeof accessPageSchema>> {
  const head = await accessHead(db, tables, subject);
  const asked = after !== null && /^\d{1,15}$/.test(after) ? Number(after) : Number.POSITIVE_INFINITY;
  // Not beyond the head: a line that is written meanwhile belongs to the next look.
  const before = Math.min(asked, head.number + 1);
  const entries = await readAccess(db, tables, { subject, before, limit: pageSize });
  const last = entries.at(-1);
  return { subject, entries, head, next: last && last.number > 1 ? String(last.number) : null };
}
