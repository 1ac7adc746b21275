import type { DocumentId } from '@jena/shared/kernel';
import type { DocumentLook } from '@jena/shared/vault';
import { z } from 'zod';
import type { Reader } from '../../platform/db/access.ts';
import { readEvents } from '../../platform/events.ts';
import type { VaultDeps } from './vault.documents.ts';

const ofCase = z.object({ caseReference: z.string() });

/** Which offices opened a document and for which case, from the events that their looks left; newest first. */
export async function looksAt(
  { store }: Pick<VaultDeps, 'store'>,
  db: Reader,
  id: DocumentId,
): Promise<DocumentLook[]> {
  const events = await readEvents(db, store.tables, { stream: `vault:${id}` });
  return events
    .flatMap(({ type, at, officeId, data }) =>
      type === 'vault.evidence_viewed' && officeId !== null
        ? [{ at, officeId, caseReference: ofCase.safeParse(data).data?.caseReference ?? null }]
        : [],
    )
    .reverse();
}
