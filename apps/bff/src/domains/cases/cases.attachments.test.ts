import { Readable } from 'node:stream';
import {
  type CaseId,
  type DocumentId,
  type IdempotencyKey,
  newId,
  type StaffActor,
} from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { harmlessPdf } from '../vault/vault.testing.ts';
import { beginUpload, finishUpload } from '../vault/vault.uploads.ts';
import { elsewhere, openOffice } from './cases.testing.ts';

const lena = citizenActor();
const jonas = staffActor('caseworker');
const key = () => ({ idempotencyKey: newKey() });
const body = 'Im Anhang finden Sie das Merkblatt.';

describeOnBothDialects('files that an office sends with a message', (open) => {
  async function started() {
    const office = await openOffice(await open());
    const { as, deps, store } = office;
    const { vault } = deps.domains;
    const caseId = await office.submitted(lena);

    /** Lets a file arrive as the caseworker's upload does, with what the door checks before. */
    async function begins(staff: StaffActor, forCase: CaseId, name = 'Merkblatt.pdf') {
      const documentId = newId<'document'>();
      const ownerId = await vault.mayPrepare(store.read, staff, forCase);
      if (ownerId === undefined) return undefined;
      const prepared = { staffId: staff.staffId, caseId: forCase };
      const file = { filename: name, filetype: 'application/pdf', bytes: harmlessPdf.length };
      await beginUpload(vault, { documentId, ownerId, ...file, prepared });
      await vault.uploads.create(documentId);
      await vault.uploads.write(documentId, 0, Readable.from([harmlessPdf]));
      await finishUpload(vault, documentId);
      return documentId;
    }
    async function prepares(staff = jonas, forCase = caseId): Promise<DocumentId> {
      const documentId = await begins(staff, forCase);
      if (documentId === undefined) throw new Error('may not prepare');
      await deps.jobs.drain();
      return documentId;
    }
    return {
      ...office,
      caseId,
      begins,
      prepares,
      sends: (
        documentIds: DocumentId[],
        {
          staff = jonas,
          to = caseId,
          ...input
        }: { staff?: StaffActor; to?: CaseId; idempotencyKey?: IdempotencyKey } = {},
      ) => as(staff).cases.staff.write({ ...key(), caseId: to, body, documentIds, ...input }),
      prepared: (staff = jonas) => as(staff).cases.staff.prepared({ caseId }),
      vaultOf: (actor = lena) => as(actor).vault.mine({}),
      opens: (documentId: DocumentId, actor = lena) =>
        codeOf(as(actor).vault.document({ documentId }) as Promise<unknown>),
    };
  }

  it('are seen by their caseworker alone until they are sent, then lie in the vault as the city’s', async () => {
    const { prepares, prepared, sends, vaultOf, opens, as, caseId, inboxOf, clock, deps } = await started();
    const before = (await vaultOf()).length;
    const documentId = await prepares();
    expect(await prepared()).toMatchObject([{ id: documentId, name: 'Merkblatt.pdf', state: 'available' }]);
    expect(await prepared(staffActor('caseworker'))).toEqual([]);
    expect(await opens(documentId)).toBe('vault.not_found');
    expect(await vaultOf()).toHaveLength(before);

    clock.advance(60_000);
    await sends([documentId, documentId]);
    expect(await prepared()).toEqual([]);
    const [newest] = await vaultOf();
    expect(newest).toMatchObject({
      id: documentId,
      issuedByCity: true,
      pages: 1,
      createdAt: clock.now().toISOString(),
    });
    const detail = await as(lena).cases.detail({ caseId });
    expect(detail.messages.at(-1)).toMatchObject({ side: 'office', body, documentIds: [documentId] });
    expect(detail.documents.find((one) => one.documentId === documentId)).toMatchObject({
      name: 'Merkblatt.pdf',
      issuedByCity: true,
    });
    expect(await as(lena).cases.withDocument({ documentId })).toMatchObject([
      { caseId, purpose: null, issuedByCity: true, mayEnd: false },
    ]);
    // One message to the person, and one line in their access log.
    expect((await inboxOf(lena)).filter((type) => type === 'case_message')).toHaveLength(1);
    const { entries } = await as(lena).account.accessLog({ after: null });
    expect(entries.filter(({ act }) => act === 'cases.message_sent')).toHaveLength(1);
    // The day is over: what was sent is not what nobody sent.
    clock.advance(25 * 3_600_000);
    await deps.jobs.drain();
    expect(await opens(documentId)).toBe('no error');
  });

  it('are not sent before they are checked, and the message waits with them', async () => {
    const { begins, sends, caseId, as, deps } = await started();
    const documentId = (await begins(jonas, caseId)) as DocumentId;
    expect(await codeOf(sends([documentId]))).toBe('cases.attachment_not_ready');
    expect((await as(lena).cases.detail({ caseId })).messages).toEqual([]);
    await deps.jobs.drain();
    expect(await codeOf(sends([documentId]))).toBe('no error');
  });

  it('go with one message: neither a second one nor a repeated call sends them again', async () => {
    const { prepares, sends, as, caseId, inboxOf } = await started();
    const documentId = await prepares();
    const once = { idempotencyKey: newKey() };
    await sends([documentId], once);
    expect(await codeOf(sends([documentId], once))).toBe('no error');
    expect(await codeOf(sends([documentId]))).toBe('vault.not_found');
    expect((await as(lena).cases.detail({ caseId })).messages).toHaveLength(1);
    expect((await inboxOf(lena)).filter((type) => type === 'case_message')).toHaveLength(1);
  });

  it('of two messages at once reach the person with one of them', async () => {
    const { prepares, sends, as, caseId } = await started();
    const documentId = await prepares();
    const outcomes = await Promise.all([codeOf(sends([documentId])), codeOf(sends([documentId]))]);
    expect(outcomes.filter((code) => code === 'no error')).toHaveLength(1);
    expect((await as(lena).cases.detail({ caseId })).messages).toHaveLength(1);
  });

  it('are nobody else’s to send: no colleague, no other office, no other case, no person', async () => {
    const { prepares, begins, sends, submitted, caseId, as, photo, opens } = await started();
    const documentId = await prepares();
    const colleague = staffActor('caseworker');
    expect(await codeOf(sends([documentId], { staff: colleague }))).toBe('vault.not_found');
    expect(await codeOf(sends([documentId], { staff: elsewhere() }))).toBe('cases.not_found');
    expect(await begins(elsewhere(), caseId)).toBeUndefined();
    expect(await begins(staffActor('operator'), caseId)).toBeUndefined();
    expect(await codeOf(sends([documentId], { to: await submitted(citizenActor()) }))).toBe(
      'vault.not_found',
    );
    // A paper of the person's own is not the office's to give.
    expect(await codeOf(sends([await photo(lena.accountId)]))).toBe('vault.not_found');
    const forged = as(lena).cases.write({ ...key(), caseId, body, documentIds: [documentId] });
    expect(await codeOf(forged)).toBe('vault.not_found');
    expect(await codeOf(as(elsewhere()).cases.staff.prepared({ caseId }))).toBe('cases.not_found');
    await sends([documentId]);
    expect(await opens(documentId, citizenActor())).toBe('vault.not_found');
    expect(await codeOf(as(lena).vault.remove({ ...key(), documentId }))).toBe('vault.in_use');
  });

  it('are opened by colleagues of the office once they are sent, not before and not elsewhere', async () => {
    const { prepares, sends, deps, store } = await started();
    const { mayStaffRead } = deps.domains.vault;
    const documentId = await prepares();
    const colleague = staffActor('caseworker');
    expect((await mayStaffRead(store.read, colleague, documentId)).allowed).toBe(false);
    await sends([documentId]);
    expect((await mayStaffRead(store.read, colleague, documentId)).allowed).toBe(true);
    expect((await mayStaffRead(store.read, elsewhere(), documentId)).allowed).toBe(false);
  });
});
