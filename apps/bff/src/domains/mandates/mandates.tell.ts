import { type AccountId, toInstant } from '@jena/shared/kernel';
import type { MessageType } from '@jena/shared/notifications';
import type { Writer } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import type { MandateRow } from './mandates.store.ts';

type About = Pick<MandateRow, 'id' | 'representedId' | 'holderId' | 'grantedBy'>;
type MandateMessage = Extract<MessageType, `mandate_${string}`>;

/** Tells who gave a mandate what became of it: the person themselves, or for a business its owner. */
export async function tellGiver(
  deps: MandatesDeps,
  tx: Writer,
  row: About,
  type: MandateMessage,
): Promise<void> {
  const root = row.grantedBy && (await deps.mandates.byId(tx, row.grantedBy));
  const accountId = root ? root.holderId : row.representedId;
  if (accountId) await tell(deps, tx, { id: row.id, accountId, type });
}

/** Tells the other side that a mandate has ended: its giver when the holder ended it, the holder when the giver did. */
export async function tellOfEnd(
  deps: MandatesDeps,
  tx: Writer,
  row: About,
  endedBy: AccountId,
): Promise<void> {
  if (row.holderId === null) return;
  if (row.holderId === endedBy) await tellGiver(deps, tx, row, 'mandate_ended');
  else await tell(deps, tx, { id: row.id, accountId: row.holderId, type: 'mandate_ended' });
}

async function tell(
  deps: MandatesDeps,
  tx: Writer,
  { id, accountId, type }: { id: MandateRow['id']; accountId: AccountId; type: MandateMessage },
): Promise<void> {
  await deps.notify(tx, {
    accountId,
    type,
    caseId: null,
    caseReference: null,
    serviceSlug: null,
    at: toInstant(deps.clock.now()),
    key: `mandates:${id}:${type}`,
  });
}
