import type { DocumentId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { elsewhere, openOffice } from './cases.testing.ts';

const lena = citizenActor();
const jonas = staffActor('caseworker');
const key = () => ({ idempotencyKey: newKey() });

describeOnBothDialects('messages in a case', (open) => {
  async function started() {
    const office = await openOffice(await open());
    const caseId = await office.submitted(lena);
    const { as } = office;
    return {
      ...office,
      caseId,
      ask: (body: string, documentIds: DocumentId[] = []) =>
        as(lena).cases.write({ ...key(), caseId, body, documentIds }),
      answer: (body: string, actor = jonas) => as(actor).cases.staff.write({ ...key(), caseId, body }),
      thread: async () => (await as(lena).cases.detail({ caseId })).messages,
    };
  }

  it('go both ways, one line each; only the office’s are announced, and the state stays', async () => {
    const { ask, answer, thread, timelineOf, inboxOf, stateOf, caseId, clock } = await started();
    await ask('Wie lange dauert es?');
    clock.advance(1000);
    await answer('Etwa eine Woche.');
    expect((await thread()).map(({ side, by, body }) => [side, by.kind, body])).toEqual([
      ['citizen', 'citizen', 'Wie lange dauert es?'],
      ['office', 'office', 'Etwa eine Woche.'],
    ]);
    expect(JSON.stringify(await thread())).not.toContain(jonas.staffId);
    expect(await timelineOf(lena, caseId)).toEqual(['submitted', 'message_sent', 'message_sent']);
    expect(await inboxOf(lena)).toEqual(['case_message', 'case_submitted']);
    expect(await stateOf(jonas, caseId)).toBe('submitted');
  });

  it('are sealed, and told to the other side as read when it opens them', async () => {
    const { ask, answer, thread, as, caseId, clock, store } = await started();
    await ask('Ein Geheimnis');
    await answer('Eine Antwort');
    expect(JSON.stringify(await store.read.select().from(store.tables.caseMessages))).not.toMatch(
      /Geheimnis|Antwort/,
    );
    expect((await thread()).map(({ readAt }) => readAt)).toEqual([null, null]);
    clock.advance(60_000);
    await as(jonas).cases.staff.readMessages({ ...key(), caseId });
    expect((await thread()).map(({ readAt }) => readAt)).toEqual(['2026-11-23T09:01:00.000Z', null]);
    clock.advance(60_000);
    await as(lena).cases.readMessages({ ...key(), caseId });
    await as(jonas).cases.staff.readMessages({ ...key(), caseId });
    expect((await thread()).map(({ readAt }) => readAt)).toEqual([
      '2026-11-23T09:01:00.000Z',
      '2026-11-23T09:02:00.000Z',
    ]);
  });

  it('bring checked documents of the person’s vault, which the office may open from then on', async () => {
    const { ask, thread, photo, announcedPhoto, deps, store } = await started();
    const documentId = await photo(lena.accountId);
    const opens = () => deps.domains.vault.mayStaffRead(store.read, jonas, documentId);
    expect((await opens()).allowed).toBe(false);
    await ask('Im Anhang', [documentId, documentId]);
    expect((await thread())[0]?.documentIds).toEqual([documentId]);
    expect((await opens()).allowed).toBe(true);
    expect(await codeOf(ask('Fremd', [await photo(citizenActor().accountId)]))).toBe('vault.not_found');
    expect(await codeOf(ask('Neu', [await announcedPhoto(lena.accountId)]))).toBe(
      'cases.attachment_not_ready',
    );
  });

  it('are nobody else’s business', async () => {
    const { as, answer, caseId } = await started();
    const stranger = citizenActor();
    const write = { ...key(), caseId, body: 'Hallo' };
    expect(await codeOf(as(stranger).cases.write(write))).toBe('cases.not_found');
    expect(await codeOf(as(stranger).cases.readMessages({ ...key(), caseId }))).toBe('cases.not_found');
    expect(await codeOf(answer('Hallo', elsewhere()))).toBe('cases.not_found');
  });

  it('are not written by a withdrawn case’s page, which is withdrawn by its person alone and once', async () => {
    const { as, caseId, timelineOf, inboxOf, clock } = await started();
    clock.advance(1000);
    const withdraw = (actor = lena) => codeOf(as(actor).cases.withdraw({ ...key(), caseId }));
    expect(await withdraw(citizenActor())).toBe('cases.not_found');
    expect(await withdraw()).toBe('no error');
    expect(await withdraw()).toBe('cases.not_in_state');
    expect(await timelineOf(lena, caseId)).toEqual(['submitted', 'withdrawn']);
    expect(await inboxOf(lena)).toEqual(['case_withdrawn', 'case_submitted']);
    expect((await as(lena).cases.detail({ caseId })).may).toEqual([]);
  });
});
