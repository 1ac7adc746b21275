import type { Answers } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { describe, expect, it } from 'vitest';
import { planJob } from '../../platform/jobs.ts';
import { collectBytes } from '../../platform/testing/bytes.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { textOf } from '../../platform/testing/pdf.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { createServices } from '../services/index.ts';
import { readFile } from '../vault/vault.documents.ts';
import { factsOf } from './cases.issued.ts';
import { type Letter, letterPdf } from './cases.letter.ts';
import { openOffice } from './cases.testing.ts';

const lena = citizenActor();
const jonas = staffActor('caseworker');

describeOnBothDialects('an approved registration', (open) => {
  async function approved() {
    const office = await openOffice(await open());
    const caseId = await office.submitted(lena);
    await office.claim(jonas, caseId);
    await office.approve(jonas, caseId);
    const issued = async () =>
      (await office.as(lena).cases.detail({ caseId })).documents.filter(({ issuedByCity }) => issuedByCity);
    return { ...office, caseId, issued };
  }

  it('is confirmed by a PDF in the person’s documents, and the case is delivered', async () => {
    const { deps, caseId, issued, stateOf, timelineOf, inboxOf, as, store } = await approved();
    expect(await issued()).toEqual([]);
    await deps.jobs.drain();
    const { reference } = await as(lena).cases.detail({ caseId });
    const [document] = await issued();
    expect(document).toMatchObject({
      name: `Meldebestätigung ${reference}.pdf`,
      mediaType: 'application/pdf',
      field: 'meldebestaetigung',
    });
    expect(await stateOf(jonas, caseId)).toBe('delivered');
    expect((await timelineOf(lena, caseId)).at(-1)).toBe('delivered');
    expect((await inboxOf(lena)).filter((type) => type === 'case_delivered')).toHaveLength(1);
    if (!document) throw new Error('nothing was issued');
    const { vault } = deps.domains;
    const row = await vault.documents.byId(store.read, document.documentId);
    if (!row) throw new Error('the vault does not have it');
    const text = textOf(await collectBytes(await readFile(vault, row, 'vault')));
    for (const part of [
      reference,
      'Erika Mustermann',
      '12.08.1964',
      'Wagnergasse 12, 07743 Jena',
      '16.11.2026',
    ])
      expect(text).toContain(part);
  });

  it('is issued once, however often the job runs', async () => {
    const { deps, caseId, issued, store, clock, timelineOf } = await approved();
    await deps.jobs.drain();
    const [first] = await issued();
    for (let again = 0; again < 3; again++) {
      await store.transaction((tx) =>
        planJob(tx, store.tables, {
          kind: 'cases.issue',
          payload: { caseId },
          at: clock.now().toISOString() as never,
          key: newId<'job'>(),
        }),
      );
    }
    await deps.jobs.drain();
    expect(await issued()).toEqual([first]);
    expect((await timelineOf(lena, caseId)).filter((type) => type === 'delivered')).toHaveLength(1);
    expect(
      (await store.read.select().from(store.tables.vaultDocuments)).filter((d) => d.issuedByCity),
    ).toHaveLength(1);
  });

  it('goes on where a dead process stopped: document there, case not yet delivered', async () => {
    const { deps, caseId, issued, store, stateOf } = await approved();
    await deps.jobs.drain();
    await store.transaction(async (tx) => {
      await tx.update(store.tables.cases).set({ state: 'approved' });
      await tx.delete(store.tables.caseDocuments);
      await tx.update(store.tables.platformJobs).set({ state: 'waiting' });
    });
    await deps.jobs.drain();
    expect(await stateOf(jonas, caseId)).toBe('delivered');
    expect(await issued()).toHaveLength(1);
  });

  it('that was refused issues nothing but the refusal', async () => {
    const { submitted, claim, reject, deps, as } = await approved();
    const caseId = await submitted(lena);
    await claim(jonas, caseId);
    await reject(jonas, caseId, 'Nein.');
    await deps.jobs.drain();
    const { documents, state } = await as(lena).cases.detail({ caseId });
    const issued = documents.filter(({ issuedByCity }) => issuedByCity).map(({ field }) => field);
    expect([issued, state]).toEqual([['bescheid'], 'rejected']);
  });
});

describe('what is issued', () => {
  const catalogue = createServices().in('de');
  const facts = (slug: string, answers: Answers) => {
    const [issued, form] = [catalogue.issued(slug), catalogue.form(slug)];
    if (!issued || !form) throw new Error(`${slug} issues nothing`);
    return Object.fromEntries(factsOf(issued, form, { answers, applicant: 'Lena Okonkwo' }));
  };

  it('says codes in words and days as people write them, and leaves out what nobody answered', () => {
    const answers = {
      firma: 'Rad & Tat',
      aenderung: ['umzug', 'name'],
      neuer_name: 'Tat & Rad',
      aenderung_ab: '2026-11-16',
    };
    expect(facts('gewerbe-ummelden', answers)).toEqual({
      Betrieb: 'Tat & Rad',
      'Was sich geändert hat': 'Der Betrieb zieht innerhalb von Jena um, Der Betrieb heißt anders',
      Seit: '16.11.2026',
    });
  });

  it('names who applied', () => {
    expect(facts('wohnsitz-anmelden', {})).toEqual({ Name: 'Lena Okonkwo' });
  });

  it('is nothing for a name that nobody gave', () => {
    expect(catalogue.issued('constructor')).toBeUndefined();
  });
});

describe('a letter', () => {
  const content: Letter = {
    title: 'Amtliche Meldebestätigung',
    basis: 'nach § 24 Absatz 2 Bundesmeldegesetz (BMG)',
    sentence: 'Hiermit bestätigen wir:',
    facts: [['Name', 'Łucja Zoë Nguyễn-Phước']],
    reference: 'J-7KQ4-M2XP',
    office: 'Bürgerservice',
    issuedOn: '23.11.2026',
    remedy: 'Sie können Widerspruch einlegen.',
    check: {
      code: '7KQ4A-M2XP0-9FT3D-0RZWC',
      page: 'jena.example/pruefen',
      address: 'https://jena.example/pruefen#7KQ4A-M2XP0-9FT3D-0RZWC',
    },
    at: new Date('2026-11-23T09:00:00.000Z'),
  };

  it('is tagged, says its language and title, and has a structure that a screen reader walks (PDF/UA)', async () => {
    const source = (await letterPdf(content)).toString('latin1');
    expect(source).toMatch(/\/MarkInfo \d+ 0 R\n\/StructTreeRoot \d+ 0 R/);
    expect(source).toContain('/Marked true');
    expect(source).toContain('/Lang (de-DE)');
    expect(source).toContain('/DisplayDocTitle true');
    for (const tag of ['/S /Document', '/S /H1', '/S /P']) expect(source).toContain(tag);
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(source.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
  });

  it('keeps every letter of a name', async () => {
    const text = textOf(await letterPdf(content));
    expect(text).toContain('Łucja Zoë Nguyễn-Phước');
    expect(text).toContain('Amtliche Meldebestätigung');
  });
});
