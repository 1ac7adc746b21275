import { type AutomaticAct, automaticActSchema } from '@jena/shared/automation';
import {
  type CaseEvent,
  type CaseEventType,
  type CaseState,
  caseEventTypes,
  caseNotInState,
  nextState,
} from '@jena/shared/cases';
import {
  type Actor,
  type CaseId,
  type CaseMessageId,
  type DocumentId,
  type Instant,
  type MandateId,
  toInstant,
} from '@jena/shared/kernel';
import type { MessageType } from '@jena/shared/notifications';
import { z } from 'zod';
import type { Writer } from '../../platform/db/access.ts';
import { appendEvent, type StoredEvent } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import type { CaseRow } from './cases.store.ts';

export const caseStream = (id: CaseId) => `cases:${id}`;

/** Which message an event sends to the citizen: at most one each. Their own acts are confirmed, not announced. */
const messageOf: Partial<Record<CaseEventType, MessageType>> = {
  co_sign_refused: 'co_sign_refused',
  co_sign_expired: 'co_sign_expired',
  submitted: 'case_submitted',
  claimed: 'case_claimed',
  evidence_requested: 'evidence_requested',
  evidence_added: 'evidence_added',
  approved: 'case_approved',
  rejected: 'case_rejected',
  delivered: 'case_delivered',
  withdrawn: 'case_withdrawn',
  message_sent: 'case_message',
  objected: 'case_objected',
  objection_passed_on: 'case_objection_passed_on',
  objection_denied: 'case_objection_denied',
  reopened: 'case_reopened',
};

/** What a person wrote themselves is no news to them; of a refusal they were told when it was decided. */
function messageFor(type: CaseEventType, actor: Actor, state: CaseHead['state']): MessageType | undefined {
  if (type === 'message_sent' && actor.kind === 'citizen') return undefined;
  if (type === 'delivered' && state !== 'approved') return undefined;
  return messageOf[type];
}

/** What of the case an event is about, and by which mandate somebody did it for the owner. */
type About = {
  requestId?: string;
  documentId?: DocumentId;
  /** What was written with it. */
  textId?: CaseMessageId;
  onBehalfOf?: MandateId | null;
  automatic?: AutomaticAct;
};

type CaseHead = Pick<CaseRow, 'id' | 'ownerId' | 'mandateId' | 'reference' | 'serviceSlug'> & {
  state: CaseState | 'none';
};

/**
 * The one way in which a case changes: the state machine decides, the event is appended, the citizen gets one message.
 * Gives the new state and the time for the row; `move` writes them, only a new case is written by its caller.
 * @throws cases.not_in_state
 */
export async function happen(
  deps: CasesDeps,
  tx: Writer,
  input: { head: CaseHead; type: CaseEventType; actor: Actor } & About,
): Promise<{ state: CaseState; at: Instant }> {
  const { head, type, actor } = input;
  const state = nextState(head.state, type);
  const at = toInstant(deps.clock.now());
  const sequence = await appendEvent(tx, deps.tables, {
    stream: caseStream(head.id),
    type: `cases.${type}`,
    actor,
    at,
    data: {
      caseId: head.id,
      reference: head.reference,
      ...(input.requestId ? { requestId: input.requestId } : {}),
      ...(input.documentId ? { documentId: input.documentId } : {}),
      ...(input.textId ? { textId: input.textId } : {}),
      ...(input.onBehalfOf ? { onBehalfOf: input.onBehalfOf } : {}),
      ...(input.automatic ? { automatic: input.automatic } : {}),
    },
    subject: head.ownerId,
  });
  const message = messageFor(type, actor, head.state);
  if (message) {
    const { id: caseId, reference: caseReference, serviceSlug } = head;
    const about = { type: message, caseId, caseReference, serviceSlug, at };
    for (const accountId of await deps.mandates.toldOf(tx, head))
      await deps.notify(tx, { accountId, ...about, key: `cases:${caseId}:${sequence}:${accountId}` });
  }
  const isAutomatic = input.automatic !== undefined;
  await deps.happened(tx, {
    caseId: head.id,
    serviceSlug: head.serviceSlug,
    type,
    at,
    sequence,
    isAutomatic,
  });
  return { state, at };
}

/**
 * Lets an event happen to a case that exists, and writes the row. Rolls back when somebody was quicker.
 * @throws cases.not_in_state
 */
export async function move(
  deps: CasesDeps,
  tx: Writer,
  input: { row: CaseRow; type: CaseEventType; actor: Actor } & About,
  change: (
    at: Instant,
  ) => Partial<Omit<CaseRow, 'id' | 'ownerId' | 'lane' | 'hand' | 'state' | 'updatedAt'>> = () => ({}),
): Promise<Instant> {
  const { row, ...event } = input;
  const { state, at } = await happen(deps, tx, { head: row, ...event });
  const moved = await deps.cases.moveCase(tx, row, { ...change(at), state, updatedAt: at });
  if (!moved) throw caseNotInState({ state: row.state, event: input.type });
  if (row.state === 'to_confirm' && state !== 'to_confirm') await deps.desk.removeProposal(tx, row.id);
  return at;
}

const known = new Set<string>(caseEventTypes);
const withAct = z.object({ automatic: automaticActSchema });

/** Those who acted in a case of somebody else, by account. */
export type Representatives = ReadonlyMap<string, { name: string; isYou: boolean; party: string }>;

/** The citizen's timeline, from the very events the caseworker's acts left. Staff members appear as their office. */
export function timeline(
  events: readonly StoredEvent[],
  {
    noteOf,
    actors,
    explain,
  }: {
    noteOf: (event: StoredEvent) => string | null;
    actors: Representatives;
    explain: CasesDeps['automation']['explain'];
  },
): CaseEvent[] {
  return events.flatMap((event) => {
    const type = event.type.replace(/^cases\./, '');
    if (!known.has(type)) return [];
    const by = actedBy(event, actors);
    const { sequence, at } = event;
    const act = withAct.safeParse(event.data).data?.automatic;
    const automatic = act ? explain(act) : null;
    return [{ sequence, type: type as CaseEventType, at, by, note: noteOf(event), automatic }];
  });
}

/** What a second person does in their own name. */
const bySigner = new Set(['cases.co_signed', 'cases.co_sign_refused']);

export function actedBy(
  { type, actorKind, actorId, officeId }: StoredEvent,
  actors: Representatives,
): CaseEvent['by'] {
  if (actorKind === 'staff' && officeId) return { kind: 'office', officeId };
  if (actorKind !== 'citizen') return { kind: 'system' };
  const representative = actors.get(actorId ?? '');
  if (representative && bySigner.has(type)) return { kind: 'co_signer', name: representative.name };
  return representative ? { kind: 'representative', ...representative } : { kind: 'citizen' };
}
