import type { CaseId, CitizenActor, DocumentId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { elsewhere, openOffice } from './cases.testing.ts';

const lena = citizenActor();
const henrik = citizenActor();
const jonas = staffActor('caseworker');
const purpose = 'Nachweis der Miethöhe';

describeOnBothDialects('a document of the vault', (open) => {
  async function openDesk() {
    const office = await openOffice(await open());
    const { as, deps, store } = office;
    return {
      ...office,
      share: (who: CitizenActor, caseId: CaseId, documentId: DocumentId) =>
        as(who).cases.shareDocument({ idempotencyKey: newKey(), caseId, documentId, purpose }),
      endShare: (who: CitizenActor, caseId: CaseId, documentId: DocumentId) =>
        as(who).cases.endShare({ idempotencyKey: newKey(), caseId, documentId }),
      mayRead: async (staff: typeof jonas, documentId: DocumentId) =>
        (await deps.domains.vault.mayStaffRead(store.read, staff, documentId)).allowed,
    };
  }

  it('is open to the office of the case it is shared with, for the purpose that its owner wrote', async () => {
    const { submitted, photo, share, mayRead, as, open: look, store } = await openDesk();
    const caseId = await submitted(lena);
    const documentId = await photo(lena.accountId);
    expect(await mayRead(jonas, documentId)).toBe(false);
    await share(lena, caseId, documentId);
    expect([await mayRead(jonas, documentId), await mayRead(elsewhere(), documentId)]).toEqual([true, false]);
    const { documents } = await look(jonas, caseId);
    expect(documents.find((document) => document.documentId === documentId)).toMatchObject({ purpose });
    expect(await as(lena).cases.withDocument({ documentId })).toMatchObject([
      { caseId, purpose, mayEnd: true, state: 'submitted' },
    ]);
    expect(JSON.stringify(await store.read.select().from(store.tables.caseDocuments))).not.toContain(purpose);
  });

  it('is closed again once its owner ends that, and can then be thrown away', async () => {
    const {
      submitted,
      claim,
      photo,
      share,
      endShare,
      mayRead,
      as,
      open: look,
      timelineOf,
    } = await openDesk();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    const documentId = await photo(lena.accountId);
    await share(lena, caseId, documentId);
    await share(lena, caseId, documentId);
    const remove = () => as(lena).vault.remove({ idempotencyKey: newKey(), documentId });
    expect(await codeOf(remove())).toBe('vault.in_use');
    await endShare(lena, caseId, documentId);
    expect(await mayRead(jonas, documentId)).toBe(false);
    expect((await look(jonas, caseId)).documents.map((document) => document.documentId)).not.toContain(
      documentId,
    );
    expect(await timelineOf(lena, caseId)).toEqual([
      'submitted',
      'claimed',
      'document_shared',
      'share_ended',
    ]);
    expect(await codeOf(endShare(lena, caseId, documentId))).toBe('vault.not_found');
    expect(await codeOf(remove())).toBe('no error');
  });

  it('stays in the file once the case is decided, and none is added then', async () => {
    const { submitted, claim, approve, photo, share, endShare, mayRead, as } = await openDesk();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    const documentId = await photo(lena.accountId);
    await share(lena, caseId, documentId);
    await approve(jonas, caseId);
    expect(await codeOf(endShare(lena, caseId, documentId))).toBe('cases.not_in_state');
    expect(await mayRead(jonas, documentId)).toBe(true);
    expect(await as(lena).cases.withDocument({ documentId })).toMatchObject([{ mayEnd: false }]);
    expect(await codeOf(share(lena, caseId, await photo(lena.accountId)))).toBe('cases.not_in_state');
  });

  it('is shared by its owner alone, and with an own case alone', async () => {
    const { submitted, photo, share, endShare, mayRead, as } = await openDesk();
    const [mine, his] = [await submitted(lena), await submitted(henrik)];
    const documentId = await photo(lena.accountId);
    expect(await codeOf(share(lena, his, documentId))).toBe('cases.not_found');
    expect(await codeOf(share(henrik, his, documentId))).toBe('vault.not_found');
    await share(lena, mine, documentId);
    expect(await codeOf(endShare(henrik, mine, documentId))).toBe('cases.not_found');
    expect(await codeOf(endShare(henrik, his, documentId))).toBe('vault.not_found');
    expect(await codeOf(as(henrik).cases.withDocument({ documentId }))).toBe('vault.not_found');
    expect(await codeOf(as(henrik).vault.looks({ documentId }))).toBe('vault.not_found');
    expect(await mayRead(jonas, documentId)).toBe(true);
  });

  it('that was handed in with the application cannot be taken back as if it were shared', async () => {
    const { submitted, endShare, as } = await openDesk();
    const caseId = await submitted(lena);
    const [attached] = (await as(lena).cases.detail({ caseId })).documents;
    if (!attached) throw new Error('nothing was handed in');
    expect(await codeOf(endShare(lena, caseId, attached.documentId))).toBe('vault.not_found');
    expect(await as(lena).cases.withDocument({ documentId: attached.documentId })).toMatchObject([
      { purpose: null, mayEnd: false },
    ]);
  });
});
