import type { SubmitInput } from '@jena/shared/cases';
import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey, openProduct, type Product } from '../../testing/product.ts';
import { application, people, person } from './cases.testing.ts';

const lena = citizenActor();

describeOnBothDialects('an application', (open) => {
  async function openDoor() {
    const product = await openProduct({ store: await open() });
    const { store } = product;
    const rows = () => store.read.select().from(store.tables.cases);
    const submit = async (changes: Partial<SubmitInput> = {}, citizen = lena) =>
      product.as(citizen).cases.submit({ ...(await application(product, citizen)), ...changes });
    return { ...product, rows, submit };
  }

  it('is taken in or refused as the form’s own test cases say, on the server too', async () => {
    const product = await openDoor();
    const outcomes: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const told of people) {
      const input = await application(product, lena, told);
      outcomes[told.name] = await codeOf(product.as(lena).cases.submit(input));
      wanted[told.name] = told.expect.problems.length === 0 ? 'no error' : 'cases.answers_invalid';
    }
    expect(outcomes).toEqual(wanted);
    expect(new Set(Object.values(wanted)).size).toBe(2);
  });

  it('gives a reference that can be read out, and waits in the queue of the office that is competent', async () => {
    const { submit, rows, as } = await openDoor();
    const receipt = await submit();
    expect(receipt.reference).toMatch(/^J-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(receipt.submittedAt).toBe('2026-11-23T09:00:00.000Z');
    expect(await rows()).toMatchObject([
      { state: 'submitted', officeId: 'buergerservice', caseworkerId: null },
    ]);
    const detail = await as(lena).cases.detail({ caseId: receipt.caseId });
    expect(detail.timeline).toMatchObject([{ type: 'submitted', by: { kind: 'citizen' } }]);
    expect(detail.documents.map(({ field, issuedByCity }) => [field, issuedByCity])).toEqual([
      ['wohnungsgeberbestaetigung', false],
    ]);
    expect((await as(lena).notifications.inbox({})).messages.map(({ type }) => type)).toEqual([
      'case_submitted',
    ]);
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'takes no file for a field that is called %s',
    async (field) => {
      const { submit, photo, rows } = await openDoor();
      const documentId = await photo(lena.accountId);
      expect(await codeOf(submit({ attachments: [{ field, documentId }] }))).toBe('cases.answers_invalid');
      expect(await rows()).toEqual([]);
    },
  );

  it('stands sealed in the database: nobody reads a name there', async () => {
    const { submit, rows, store } = await openDoor();
    await submit();
    const events = await store.read.select().from(store.tables.platformEvents);
    const replies = await store.read.select().from(store.tables.platformReplies);
    const all = JSON.stringify([await rows(), events, replies]);
    for (const secret of ['Mustermann', 'Erika', 'Wagnergasse', 'T22000129', 'erika@example.org'])
      expect(all).not.toContain(secret);
  });

  it('keeps only answers and files to questions that the answers lead to', async () => {
    const product = await openDoor();
    const input = await application(product, lena, person(/^a single German/));
    input.answers = { ...input.answers, sorgerecht_alt: 'x', minderjaehrige_ohne_beide_eltern: 'ja', zzz: 1 };
    input.attachments.push({ field: 'sorgerecht', documentId: await product.photo(lena.accountId) });
    input.attachments.push({ field: 'gibt_es_nicht', documentId: await product.photo(lena.accountId) });
    const { caseId } = await product.as(lena).cases.submit(input);
    const { answers, documents } = await product.as(lena).cases.detail({ caseId });
    expect(Object.keys(answers)).not.toContain('zzz');
    expect(answers).not.toHaveProperty('sorgerecht_alt');
    expect(answers).not.toHaveProperty('minderjaehrige_ohne_beide_eltern');
    expect(answers).toHaveProperty('familienname', 'Mustermann');
    expect(documents.map(({ field }) => field)).toEqual(['wohnungsgeberbestaetigung']);
  });

  it('sent five times at once with one key is one case, and every answer is the same receipt', async () => {
    const { as, rows, store, ...product } = await openDoor();
    const input = await application(product, lena);
    const receipts = await Promise.all(Array.from({ length: 5 }, () => as(lena).cases.submit(input)));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await rows()).toHaveLength(1);
    const events = await store.read.select().from(store.tables.platformEvents);
    expect(events.filter(({ type }) => type === 'cases.submitted')).toHaveLength(1);
    expect((await as(lena).notifications.inbox({})).messages).toHaveLength(1);
  });

  it('sent again later with its key gets its old receipt; with other answers it is refused', async () => {
    const { as, rows, clock, ...product } = await openDoor();
    const input = await application(product, lena);
    const receipt = await as(lena).cases.submit(input);
    clock.advance(3 * 86_400_000);
    expect(await as(lena).cases.submit(input)).toEqual(receipt);
    const other = { ...input, answers: { ...input.answers, familienname: 'Anders' } };
    expect(await codeOf(as(lena).cases.submit(other))).toBe('platform.idempotency_mismatch');
    expect(await rows()).toHaveLength(1);
  });

  it('that was refused may be sent again with the same key once it is right', async () => {
    const { as, rows, ...product } = await openDoor();
    const input = await application(product, lena);
    const { familienname, ...missing } = input.answers;
    expect(familienname).toBeDefined();
    expect(await codeOf(as(lena).cases.submit({ ...input, answers: missing }))).toBe('cases.answers_invalid');
    expect(await codeOf(as(lena).cases.submit(input))).toBe('no error');
    expect(await rows()).toHaveLength(1);
  });

  const refusals: [string, string, (product: Product) => Promise<Partial<SubmitInput>>][] = [
    ['a service nobody knows', 'cases.service_unknown', async () => ({ serviceSlug: 'gibt-es-nicht' })],
    ['a service without a form', 'cases.service_unknown', async () => ({ serviceSlug: 'rundfunkbeitrag' })],
    ['a form that has changed since', 'cases.form_outdated', async () => ({ formVersion: 2 })],
    ['no answers', 'cases.answers_invalid', async () => ({ answers: {}, attachments: [] })],
    ['a missing paper', 'cases.answers_invalid', async () => ({ attachments: [] })],
    [
      'a picture of a kind that the form does not take',
      'cases.answers_invalid',
      async ({ photo }) => ({
        attachments: [
          { field: 'wohnungsgeberbestaetigung', documentId: await photo(lena.accountId, 'text/plain') },
        ],
      }),
    ],
    [
      'somebody else’s document',
      'vault.not_found',
      async ({ photo }) => ({
        attachments: [
          { field: 'wohnungsgeberbestaetigung', documentId: await photo(citizenActor().accountId) },
        ],
      }),
    ],
    [
      'a document that has not arrived yet',
      'cases.attachment_not_ready',
      async ({ announcedPhoto }) => ({
        attachments: [
          { field: 'wohnungsgeberbestaetigung', documentId: await announcedPhoto(lena.accountId) },
        ],
      }),
    ],
  ];
  it.each(refusals)('with %s is refused (%s), and nothing of it stays', async (_what, code, changes) => {
    const { submit, rows, store, ...product } = await openDoor();
    expect(await codeOf(submit(await changes(product as unknown as Product)))).toBe(code);
    expect(await rows()).toEqual([]);
    expect(await store.read.select().from(store.tables.platformEvents)).toEqual([]);
    expect(await store.read.select().from(store.tables.platformReplies)).toEqual([]);
  });

  it('needs the online ID card: a weaker login is told so', async () => {
    const { submit, rows } = await openDoor();
    const weak = citizenActor({ levelOfAssurance: 'substantial' });
    expect(await codeOf(submit({}, weak))).toBe('identity.level_too_low');
    expect(await rows()).toEqual([]);
  });

  it('with an unknown key is a new application: people may apply twice', async () => {
    const { submit, rows } = await openDoor();
    await submit();
    await submit({ idempotencyKey: newKey() });
    expect(await rows()).toHaveLength(2);
  });

  it('shows the office what it asked for: each answer kept belongs to the form', async () => {
    const { submit, as, deps } = await openDoor();
    const { caseId } = await submit();
    const form = deps.domains.services.formBySlug('wohnsitz-anmelden');
    const known = new Set(form?.pages.flatMap((page) => page.fields).map(({ name }) => name));
    const { answers } = await as(lena).cases.detail({ caseId });
    expect(Object.keys(answers).filter((name) => !known.has(name))).toEqual([]);
  });
});
