import { handoverDelay } from '@jena/shared/handover';
import { type Instant, toInstant } from '@jena/shared/kernel';
import type { Writer } from '../../platform/db/access.ts';
import { planJob } from '../../platform/jobs.ts';
import type { HandoverDeps } from './handover.deps.ts';
import type { TransferId } from './handover.tables.ts';

/**
 * Plans the next try. Tries are jobs of their own with days between them, so that a destination that is away for long
 * neither uses up the runner's attempts nor fills its list of what gave up.
 */
export async function planTry(
  { tables, clock }: Pick<HandoverDeps, 'tables' | 'clock'>,
  tx: Writer,
  { id, attempt, runAt }: { id: TransferId; attempt: number; runAt: Instant },
): Promise<void> {
  await planJob(tx, tables, {
    kind: 'handover.step',
    payload: { transferId: id, attempt },
    at: toInstant(clock.now()),
    runAt,
    key: `${id}:${attempt}`,
  });
}

export function nextTry({ clock, random }: Pick<HandoverDeps, 'clock' | 'random'>, attempt: number): Instant {
  return toInstant(new Date(clock.now().getTime() + handoverDelay(attempt, random())));
}
