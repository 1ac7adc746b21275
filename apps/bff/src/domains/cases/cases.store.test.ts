import type { AccountId, CaseId, Day, DocumentId, EvidenceRequestId, StaffId } from '@jena/shared/kernel';
import { newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { minute, caseRow as row } from './cases.rows.testing.ts';
import { type CaseRow, createCasesStore, type NewCase } from './cases.store.ts';

const [anna, ben] = [newId<'staff'>() as StaffId, newId<'staff'>() as StaffId];

describeOnBothDialects('the store of cases', (open) => {
  async function openCases(...rows: NewCase[]) {
    const store = await open();
    const cases = createCasesStore(store.tables);
    await store.transaction(async (tx) => {
      for (const each of rows) await cases.addCase(tx, each);
    });
    return { store, cases };
  }

  it('lists a person’s cases, the one that moved last first', async () => {
    const ownerId = newId<'account'>() as AccountId;
    const [old, recent] = [row({ ownerId }), row({ ownerId, updatedAt: minute(5) })];
    const { store, cases } = await openCases(old, recent, row());
    expect((await cases.ofOwner(store.read, ownerId)).map(({ id }) => id)).toEqual([recent.id, old.id]);
  });

  it('moves a case only while it is as it was read', async () => {
    const fresh = row();
    const { store, cases } = await openCases(fresh);
    const read = await cases.byId(store.read, fresh.id);
    if (!read) throw new Error('the case is gone');
    const move = (change: Partial<Omit<CaseRow, 'lane' | 'hand'>>) =>
      store.transaction((tx) => cases.moveCase(tx, read, change));
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
