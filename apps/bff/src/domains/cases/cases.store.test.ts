import type {
  AccountId,
  CaseId,
  Day,
  DocumentId,
  EvidenceRequestId,
  Instant,
  StaffId,
} from '@jena/shared/kernel';
import { newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { type CaseRow, createCasesStore, type Queue } from './cases.store.ts';

const office = 'buergerservice';
const anna = newId<'staff'>() as StaffId;
const ben = newId<'staff'>() as StaffId;
const minute = (number: number) => new Date(Date.UTC(2026, 10, 23, 9, number)).toISOString() as Instant;

function row(changes: Partial<CaseRow> = {}): CaseRow {
  const id = newId<'case'>() as CaseId;
  return {
    id,
    reference: `J-${id}`,
    ownerId: newId<'account'>() as AccountId,
    submittedBy: newId<'account'>() as AccountId,
    mandateId: null,
    serviceSlug: 'wohnsitz-anmelden',
    officeId: office,
    formVersion: 1,
    language: 'de',
    state: 'submitted',
    caseworkerId: null,
    answers: 'sealed',
    applicant: 'sealed',
    submittedAt: minute(0),
    updatedAt: minute(0),
    keptUntil: null,
    answeredAt: null,
    ...changes,
  };
}

describeOnBothDialects('the store of cases', (open) => {
  async function openCases(...rows: CaseRow[]) {
    const store = await open();
    const cases = createCasesStore(store.tables);
    await store.transaction(async (tx) => {
      for (const each of rows) await cases.addCase(tx, each);
    });
    const idsIn = async (queue: Queue, staffId = anna, officeId = office) =>
      (await cases.queue(store.read, queue, { officeId, staffId }, null, 50)).map(({ id }) => id);
    return { store, cases, idsIn };
  }

  it('sorts cases into queues by state and by whose hands they are in', async () => {
    const fresh = row();
    const mine = row({ state: 'in_review', caseworkerId: anna });
    const answered = row({
      state: 'in_review',
      caseworkerId: anna,
      answeredAt: minute(1),
      submittedAt: minute(2),
    });
    const waiting = row({ state: 'evidence_requested', caseworkerId: anna });
    const others = row({ state: 'in_review', caseworkerId: ben });
    const done = row({ state: 'delivered', caseworkerId: ben });
    const { store, cases, idsIn } = await openCases(fresh, mine, answered, waiting, others, done);
    expect(await idsIn('new')).toEqual([fresh.id]);
    expect(await idsIn('mine')).toEqual([mine.id, answered.id]);
    expect(await idsIn('answered')).toEqual([answered.id]);
    expect(await idsIn('waiting')).toEqual([waiting.id]);
    expect(await idsIn('done')).toEqual([done.id]);
    expect(await idsIn('mine', ben)).toEqual([others.id]);
    const count = (queue: Queue) => cases.countQueue(store.read, queue, { officeId: office, staffId: anna });
    expect([await count('new'), await count('mine'), await count('done')]).toEqual([1, 2, 1]);
  });

  it('never shows an office the cases of another', async () => {
    const { idsIn } = await openCases(row(), row({ state: 'delivered' }));
    expect(await idsIn('new', anna, 'standesamt')).toEqual([]);
    expect(await idsIn('done', anna, 'standesamt')).toEqual([]);
  });

  it.each(['new', 'done'] as const)(
    'turns the pages of the queue %s without gap or repetition, also within one minute',
    async (queue) => {
      const state = queue === 'new' ? ('submitted' as const) : ('rejected' as const);
      const rows = Array.from({ length: 23 }, (_, number) =>
        row({ state, submittedAt: minute(Math.floor(number / 5)) }),
      );
      const { store, cases } = await openCases(...rows);
      const seen: CaseRow[] = [];
      for (let last: CaseRow | undefined; ; ) {
        const after = last ? { at: last.submittedAt, id: last.id } : null;
        const page = await cases.queue(store.read, queue, { officeId: office, staffId: anna }, after, 4);
        if (page.length === 0) break;
        seen.push(...page);
        last = page.at(-1);
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(23);
      expect(seen).toHaveLength(23);
      const times = seen.map(({ submittedAt }) => submittedAt);
      const sorted = [...times].sort();
      expect(times).toEqual(queue === 'new' ? sorted : sorted.reverse());
    },
  );

  it('lists a person’s cases, the one that moved last first', async () => {
    const ownerId = newId<'account'>() as AccountId;
    const [old, recent] = [row({ ownerId }), row({ ownerId, updatedAt: minute(5) })];
    const { store, cases } = await openCases(old, recent, row());
    expect((await cases.ofOwner(store.read, ownerId)).map(({ id }) => id)).toEqual([recent.id, old.id]);
  });

  it('moves a case only while it is as it was read', async () => {
    const read = row();
    const { store, cases } = await openCases(read);
    const move = (change: Partial<CaseRow>) => store.transaction((tx) => cases.moveCase(tx, read, change));
    expect(await move({ state: 'in_review', caseworkerId: anna })).toBe(true);
    expect(await move({ state: 'in_review', caseworkerId: ben })).toBe(false);
    expect(await cases.byId(store.read, read.id)).toMatchObject({ state: 'in_review', caseworkerId: anna });
  });

  it('gives a document to a case once, and finds the cases that have it', async () => {
    const [one, other] = [row(), row()];
    const { store, cases } = await openCases(one, other);
    const documentId = newId<'document'>() as DocumentId;
    const given = (caseId: CaseId) => ({
      documentId,
      caseId,
      ownerId: one.ownerId,
      field: 'foto',
      addedAt: minute(1),
      issuedByCity: false,
    });
    await store.transaction(async (tx) => {
      await cases.addDocuments(tx, [given(one.id), given(other.id)]);
      await cases.addDocuments(tx, [given(one.id)]);
      await cases.addDocuments(tx, []);
    });
    expect(await cases.documents(store.read, one.id)).toHaveLength(1);
    const found = await cases.casesWithDocument(store.read, documentId);
    expect(found.map(({ found: { id } }) => id).sort()).toEqual([one.id, other.id].sort());
    expect(await cases.casesWithDocument(store.read, newId<'document'>())).toEqual([]);
  });

  it('keeps requests for papers in the order in which they were made', async () => {
    const one = row();
    const { store, cases } = await openCases(one);
    const request = (number: number) => ({
      id: newId<'evidenceRequest'>() as EvidenceRequestId,
      caseId: one.id,
      field: 'foto',
      reason: 'sealed',
      requestedAt: minute(number),
      dueDay: '2026-12-07' as Day,
    });
    const [first, second] = [request(1), request(2)];
    await store.transaction(async (tx) => {
      await cases.addEvidenceRequest(tx, second);
      await cases.addEvidenceRequest(tx, first);
      await cases.answerEvidenceRequest(tx, first.id, minute(3));
    });
    const rows = await cases.evidenceRequests(store.read, one.id);
    expect(rows.map(({ id, answeredAt }) => [id, answeredAt])).toEqual([
      [first.id, minute(3)],
      [second.id, null],
    ]);
  });
});
