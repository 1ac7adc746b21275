import type { StaffCase } from '@jena/shared/cases';
import { beforeAll, describe, expect, it } from 'vitest';
import { realForm } from '../../domains/forms/testing.ts';
import { loadWords } from '../lib/load-words.ts';
import { staffCase } from '../testing.ts';
import { answerGroups, contextAt, fileFields, rawLines } from './answers.ts';
import { findingsOf } from './findings.ts';

const form = realForm();
beforeAll(loadWords);

function groupsOf(one: StaffCase) {
  return answerGroups(form, one.answers, one.documents, contextAt(form, one.documents, one.submittedAt));
}
const wordsOf = (one: StaffCase, id: string) =>
  groupsOf(one)
    .flatMap((group) => group.lines)
    .find((line) => line.id === id)?.value;

describe('answers', () => {
  it('stand under the pages of the form, in words instead of codes', () => {
    const one = staffCase();
    const titles = groupsOf(one).map((group) => group.title);
    expect(titles.slice(0, 3)).toEqual([
      'Wohnung und Einzug',
      'Ihre neue Adresse in Jena',
      'Woher Sie kommen',
    ]);
    expect(wordsOf(one, 'staatsangehoerigkeit')).toBe('Deutschland');
    expect(wordsOf(one, 'einzugsdatum')).toBe('16. November 2026');
  });

  it('count people as the form does: who applies is person 1', () => {
    const titles = groupsOf(staffCase({}, 1)).map((group) => group.title);
    expect(titles.filter((title) => title.startsWith('Person'))).toEqual([
      'Person 2',
      'Person 3',
      'Person 4',
    ]);
  });

  it('lead to the papers that were handed in', () => {
    const line = groupsOf(staffCase())
      .flatMap((group) => group.lines)
      .find(({ id }) => id === 'wohnungsgeberbestaetigung');
    expect(line?.files?.map((file) => file.name)).toEqual(['IMG_2041.jpg']);
  });

  it('are never left out, also when the form of today asks something else', () => {
    const one = staffCase();
    one.answers = { ...one.answers, haustier: 'Katze', herkunftsstaat: 'FR' };
    const last = groupsOf(one).at(-1);
    expect(last?.title).toBe('Weitere Angaben');
    expect(last?.lines.map(({ label, value }) => [label, value])).toEqual([
      ['haustier', 'Katze'],
      ['Aus welchem Staat ziehen Sie zu?', 'Frankreich'],
    ]);
  });

  it('are shown as stored when the catalogue has no form', () => {
    const [line] = rawLines({ weitere: [{ name: 'Ole', alter: 7 }] });
    expect(line?.value).toBe('Ole, 7');
  });
});

it('offers the papers first that these answers call for', () => {
  const one = staffCase();
  const context = contextAt(form, one.documents, one.submittedAt);
  expect(fileFields(form, one.answers, context)[0]?.name).toBe('wohnungsgeberbestaetigung');
});

describe('findings', () => {
  const findings = (one: StaffCase) => findingsOf(form, one, contextAt(form, one.documents, one.submittedAt));
  const moved = (einzugsdatum: string, changes: Partial<StaffCase> = {}) => {
    const one = staffCase(changes);
    return findings({ ...one, answers: { ...one.answers, einzugsdatum } });
  };

  it('are none for an application without anything unusual', () => {
    expect(findings(staffCase())).toEqual([]);
  });

  it('tell of a move more than two weeks before the application', () => {
    expect(moved('2026-11-08')).toEqual([
      '„Wann sind Sie eingezogen?“ 8. November 2026: lag am Tag des Antrags schon 15 Tage zurück (üblich sind höchstens 14 Tage).',
    ]);
    expect(moved('2026-11-09')).toEqual([]);
  });

  it('judge by the day of the application, not by the day somebody reads it', () => {
    const early = { submittedAt: '2026-11-16T09:00:00.000Z' as StaffCase['submittedAt'] };
    expect(moved('2026-11-08', early)).toEqual([]);
  });

  it('tell of streets nobody knows, missing papers and another version of the form', () => {
    const one = staffCase({ documents: [], formVersion: 7 });
    const found = findings({ ...one, answers: { ...one.answers, neu_strasse: 'Wagnergase' } });
    expect(found).toEqual([
      '„Straße“: Wagnergase steht nicht im Verzeichnis.',
      '„Wohnungsgeberbestätigung“: Die Angabe fehlt oder passt nicht zu den Regeln des Formulars.',
      'Der Antrag kam mit Version 7 des Formulars; Fragen können anders gelautet haben.',
    ]);
  });
});
