import { describe, expect, test } from 'vitest';
import { checkIssued, fillTemplate, type Issued } from './issued.ts';

const fill = (template: string, answers: Record<string, string>) =>
  fillTemplate(template, (name) => answers[name] ?? '');

describe('a value of a letter', () => {
  test.each([
    [
      'has the answer in its place',
      '{strasse} {nr}, 07743 Jena',
      { strasse: 'Markt', nr: '1' },
      'Markt 1, 07743 Jena',
    ],
    ['takes the first answer that was given', '{neu|alt}', { alt: 'Rad & Tat' }, 'Rad & Tat'],
    ['is empty when nothing was answered', '{strasse} {nr}, 07743 Jena', {}, ''],
    ['may need no answer', 'gebührenfrei', {}, 'gebührenfrei'],
    ['leaves no gap where a part is missing', '{titel} {name}', { name: 'Lena' }, 'Lena'],
    [
      'takes an answer as it is, even one with signs of a template',
      '{name}',
      { name: '{titel} $& $1' },
      '{titel} $& $1',
    ],
  ])('%s', (_what, template, answers, says) => {
    expect(fill(template, answers)).toBe(says);
  });
});

describe('the build refuses', () => {
  const issued = (value: string, service = 'hund'): Issued => ({
    service,
    name: 'Bescheid',
    field: 'bescheid',
    title: 'Bescheid',
    basis: 'nach Satzung',
    sentence: 'Wir bestätigen:',
    facts: [{ label: 'Name', value }],
  });
  const text = { de: 'Name', en: 'Name' };
  const form = {
    slug: 'hund',
    version: 1,
    title: text,
    pages: [{ id: 'p', title: text, fields: [{ name: 'name', type: 'text', label: text, required: true }] }],
  } as const;
  const service = { slug: 'hund', form: 'hund' };

  test('nothing when all fits', () => {
    expect(checkIssued([service], [form], [issued('{name|applicant}')])).toEqual([]);
  });

  test.each([
    ['a service that issues nothing', [service], [], 'nothing-issued'],
    ['a letter about what nobody asked', [service], [issued('{rasse}')], 'unknown-field'],
    [
      'a letter of a service without a form',
      [service, { slug: 'info', form: null }],
      [issued('{name}'), issued('{name}', 'info')],
      'missing-form',
    ],
  ])('%s', (_what, services, letters, rule) => {
    expect(checkIssued(services, [form], letters)).toMatchObject([{ rule }]);
  });
});
