import type { CaseDetail } from '@jena/shared/cases';
import { KeyGone } from '../../platform/crypto/keys.ts';
import { SealBroken } from '../../platform/crypto/sealing.ts';
import type { Reader } from '../../platform/db/access.ts';
import { readEvents } from '../../platform/events.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream, timeline } from './cases.events.ts';
import { outlookOf } from './cases.outlook.ts';
import type { CaseRow } from './cases.store.ts';
import { caseDetail, summary, turnOf } from './cases.view.ts';

/** What says that a text cannot be read any more; everything else is a fault and stays one. */
const isUnreadable = (error: unknown) =>
  error instanceof KeyGone || error instanceof SealBroken || error instanceof SyntaxError;

/**
 * All of a case for its office; where its key was destroyed or its answers are broken, what is known without them:
 * states, days and steps.
 */
export async function readableDetail(
  deps: CasesDeps,
  db: Reader,
  row: CaseRow,
): Promise<{ detail: CaseDetail; unreadable: boolean }> {
  try {
    return { detail: await caseDetail(deps, db, row, null), unreadable: false };
  } catch (error) {
    if (!isUnreadable(error)) throw error;
    return { detail: await bareDetail(deps, db, row), unreadable: true };
  }
}

async function bareDetail(deps: CasesDeps, db: Reader, row: CaseRow): Promise<CaseDetail> {
  const [requests, events, outlook] = await Promise.all([
    deps.cases.evidenceRequests(db, row.id),
    readEvents(db, deps.tables, { stream: caseStream(row.id) }),
    outlookOf(deps, db, row, true),
  ]);
  return {
    ...summary(row, null),
    officeId: row.officeId,
    representation: null,
    formVersion: row.formVersion,
    answers: {},
    ...outlook,
    turn: turnOf(row, events),
    messages: [],
    mayWantPerson: false,
    timeline: timeline(events, {
      noteOf: () => null,
      actors: new Map(),
      explain: deps.automation.explain,
    }),
    evidenceRequests: requests.map(({ id, field, requestedAt, dueDay, answeredAt }) => ({
      id,
      field,
      reason: '',
      requestedAt,
      dueDay,
      answeredAt,
    })),
    documents: [],
  };
}
