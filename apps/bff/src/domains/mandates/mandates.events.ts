import { type Actor, type Instant, toInstant } from '@jena/shared/kernel';
import {
  type MandateEventType,
  type MandateState,
  mandateNotInState,
  nextMandateState,
} from '@jena/shared/mandates';
import type { Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import type { MandateChange, MandateRow } from './mandates.store.ts';

type Head = Pick<MandateRow, 'id' | 'kind' | 'representedId'> & { state: MandateState | 'none' };

/**
 * The one way in which a mandate changes: the state machine decides, the event is appended. Only a new mandate is
 * written by its caller.
 * @throws mandates.not_in_state
 */
export async function happenToMandate(
  deps: MandatesDeps,
  tx: Writer,
  { head, type, actor }: { head: Head; type: MandateEventType; actor: Actor },
): Promise<{ state: MandateState; at: Instant }> {
  const state = nextMandateState(head.state, type);
  const at = toInstant(deps.clock.now());
  await appendEvent(tx, deps.tables, {
    stream: `mandates:${head.id}`,
    type: `mandates.${type}`,
    actor,
    at,
    data: { mandateId: head.id, kind: head.kind },
    subject: head.representedId,
  });
  return { state, at };
}

/**
 * The same for a mandate that exists, with its row. Rolls back when somebody was quicker.
 * @throws mandates.not_in_state
 */
export async function moveMandate(
  deps: MandatesDeps,
  tx: Writer,
  input: { row: MandateRow; type: MandateEventType; actor: Actor },
  change: (at: Instant) => MandateChange = () => ({}),
): Promise<void> {
  const { row, type, actor } = input;
  const { state, at } = await happenToMandate(deps, tx, { head: row, type, actor });
  const moved = await deps.mandates.move(tx, row, { ...change(at), state, updatedAt: at });
  if (!moved) throw mandateNotInState({ state: row.state, event: type });
}
