import type { AccessEntry, accessPageSchema } from '@jena/shared/account';
import type { CitizenActor, MandateId } from '@jena/shared/kernel';
import { notTheOwner } from '@jena/shared/mandates';
import type { z } from 'zod';
import { readActsBy } from '../../platform/access-chain.ts';
import type { Reader } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { heldNow } from './mandates.live.ts';

const shown = 100;

/**
 * What the holder of a mandate did by it, newest first: the same lines that the represented person reads.
 * @throws mandates.not_found, mandates.not_active
 */
export async function actsBy(
  deps: MandatesDeps,
  db: Reader,
  actor: CitizenActor,
  id: MandateId,
): Promise<AccessEntry[]> {
  const { representedId: subject } = await heldNow(deps, db, actor, id);
  return readActsBy(db, deps.tables, { subject, by: `mandate:${id}`, limit: shown });
}

/**
 * Who has seen the data of a child or a business, for who speaks for it in their own right: nobody logs in as it.
 * @throws mandates.not_found, mandates.not_active; mandates.not_the_owner for helpers and employees
 */
export async function partyLog(
  deps: MandatesDeps,
  db: Reader,
  actor: CitizenActor,
  { mandateId, after }: { mandateId: MandateId; after: string | null },
): Promise<z.infer<typeof accessPageSchema>> {
  const { kind, role, representedId } = await heldNow(deps, db, actor, mandateId);
  if (kind !== 'custody' && role !== 'owner') throw notTheOwner();
  return deps.accessLog(db, representedId, after);
}
