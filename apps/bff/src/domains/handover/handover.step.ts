import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { handoverDays, type TransferTrouble } from '@jena/shared/handover';
import { type SystemActor, toInstant } from '@jena/shared/kernel';
import { type Handover, HandoverError } from '../../adapters/handover/port.ts';
import { SealBroken } from '../../platform/crypto/sealing.ts';
import { appendEvent } from '../../platform/events.ts';
import type { OpenedCase } from '../cases/index.ts';
import type { HandoverDeps } from './handover.deps.ts';
import { nextTry, planTry } from './handover.plan.ts';
import type { TransferRow } from './handover.store.ts';
import type { TransferId } from './handover.tables.ts';

type Step = { id: TransferId; attempt: number; actor: SystemActor };

/**
 * Brings a transfer one step on: announced, sent, answered. Each thing that must not happen twice is written down before
 * the next begins, and the event log is asked before anything is sent again.
 */
export async function handoverStep(deps: HandoverDeps, { id, attempt, actor }: Step): Promise<void> {
  const row = await deps.transfers.byId(deps.store.read, id);
  // An older try that was overtaken, e.g. by an operator's.
  if (!row || row.attempts !== attempt - 1 || (row.state !== 'waiting' && row.state !== 'submitted')) return;
  try {
    if (row.state === 'submitted') return await follow(deps, row, attempt);
    const opened = await openedCase(deps, row);
    if (!opened) return await settle(deps, row, attempt, { state: 'dropped', trouble: null });
    await send(deps, row, { opened, attempt, actor });
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    if (error.reason === 'unreachable') await later(deps, row, attempt, 'unreachable');
    else await settle(deps, row, attempt, { state: 'dead', trouble: error.reason });
  }
}

/** Undefined when the case or the key of its owner is gone. */
async function openedCase({ cases, store }: HandoverDeps, row: TransferRow): Promise<OpenedCase | undefined> {
  const found = await cases.byId(store.read, row.caseId);
  if (!found) return undefined;
  try {
    return await cases.open(store.read, found);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

type Sending = { opened: OpenedCase; attempt: number; actor: SystemActor };

async function send(
  deps: HandoverDeps,
  row: TransferRow,
  { opened, attempt, actor }: Sending,
): Promise<void> {
  const handover = handoverOf(deps, row, opened);
  let current = row;
  if (current.submissionId === null) {
    const { submissionId, caseId: remoteCaseId } = await deps.port.announce(handover);
    current = await keep(deps, current, { submissionId, remoteCaseId });
  }
  const announced = announcedOf(current);
  const log = current.tags ? await deps.port.events(row.destination, announced) : [];
  // The last try may have arrived although its answer was lost.
  if (!log.some(({ type }) => type === 'submitted')) {
    const sealed = await deps.port.seal(handover);
    current = await keep(deps, current, { tags: sealed.tags });
    await deps.port.send(announced, sealed);
  }
  await deps.store.transaction(
    async (tx) => {
      const now = toInstant(deps.clock.now());
      const next = nextTry(deps, 1);
      const sent = {
        state: 'submitted' as const,
        trouble: null,
        attempts: attempt,
        since: now,
        nextAt: next,
      };
      if (!(await deps.transfers.change(tx, current, sent))) return;
      const { row: found } = opened;
      await appendEvent(tx, deps.tables, {
        stream: `cases:${found.id}`,
        type: 'handover.sent',
        actor,
        at: now,
        data: { caseId: found.id, reference: found.reference, destination: row.destination },
        subject: found.ownerId,
      });
      const officeId = deps.routes.get(row.service)?.officeId ?? found.officeId;
      await deps.cases.noteLook(tx, { ...found, officeId }, now, 'handover.sent');
      await planTry(deps, tx, { id: row.id, attempt: attempt + 1, runAt: next });
    },
    { changesPublicData: false },
  );
}

function handoverOf(
  deps: HandoverDeps,
  row: TransferRow,
  { row: found, answers, papers }: OpenedCase,
): Handover {
  return {
    destination: row.destination,
    service: deps.service(row.service),
    schemaUri:
      deps.routes.get(row.service)?.schemaUri ?? `urn:jena:formular:${row.service}:${found.formVersion}`,
    data: {
      reference: found.reference,
      service: row.service,
      formVersion: found.formVersion,
      submittedAt: found.submittedAt,
      answers,
    },
    files: papers.flatMap(({ document, ownerId }) => {
      const attachmentId = row.attachments[document.id];
      if (!attachmentId) return [];
      const { name: filename, mediaType } = document;
      const read = () => deps.contentOf(deps.store.read, ownerId, document.id);
      return [{ attachmentId, filename, mediaType, read }];
    }),
  };
}

const announcedOf = ({ submissionId, remoteCaseId }: TransferRow) => ({
  submissionId: submissionId ?? '',
  caseId: remoteCaseId ?? '',
});

/** Writes down what the next call depends on. */
async function keep(
  deps: HandoverDeps,
  row: TransferRow,
  change: Partial<TransferRow>,
): Promise<TransferRow> {
  await deps.store.transaction((tx) => deps.transfers.change(tx, row, change), { changesPublicData: false });
  return { ...row, ...change };
}

/** Asks what became of it. What arrived must be what was sent. */
async function follow(deps: HandoverDeps, row: TransferRow, attempt: number): Promise<void> {
  const log = await deps.port.events(row.destination, announcedOf(row));
  const said = log.findLast(({ type }) => type === 'accepted' || type === 'rejected');
  if (!said) return later(deps, row, attempt, null);
  if (!isDeepStrictEqual(said.tags, row.tags))
    return settle(deps, row, attempt, { state: 'dead', trouble: 'altered' });
  if (said.type === 'accepted') return settle(deps, row, attempt, { state: 'accepted', trouble: null });
  return settle(deps, row, attempt, { state: 'rejected', trouble: 'rejected' });
}

/** Waits longer each time; after two weeks a person must look. */
async function later(
  deps: HandoverDeps,
  row: TransferRow,
  attempt: number,
  trouble: TransferTrouble | null,
): Promise<void> {
  const waited = deps.clock.now().getTime() - Date.parse(row.since);
  if (waited > handoverDays * 86_400_000)
    return settle(deps, row, attempt, { state: 'dead', trouble: trouble ?? 'no_answer' });
  await deps.store.transaction(
    async (tx) => {
      const nextAt = nextTry(deps, attempt);
      if (await deps.transfers.change(tx, row, { attempts: attempt, trouble, nextAt }))
        await planTry(deps, tx, { id: row.id, attempt: attempt + 1, runAt: nextAt });
    },
    { changesPublicData: false },
  );
}

async function settle(
  deps: HandoverDeps,
  row: TransferRow,
  attempt: number,
  end: Pick<TransferRow, 'state' | 'trouble'>,
): Promise<void> {
  const settledAt = toInstant(deps.clock.now());
  await deps.store.transaction(
    (tx) => deps.transfers.change(tx, row, { ...end, attempts: attempt, settledAt, nextAt: null }),
    { changesPublicData: false },
  );
}

/** Names for the papers of a case, made once. */
export const attachmentNames = ({ papers }: Pick<OpenedCase, 'papers'>): Record<string, string> =>
  Object.fromEntries(papers.map(({ document }) => [document.id, randomUUID()]));
