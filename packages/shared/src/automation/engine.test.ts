import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../kernel/index.ts';
import { type Evaluation, evaluate, type NeedsLookup } from './engine.ts';
import type { Facts, RegisterFacts } from './facts.ts';
import { type Rule, ruleSchema } from './rule.ts';

const text = (de: string) => ({ de, en: de });

const written = {
  id: 'parken',
  service: 'parken',
  version: 1,
  title: text('Parken'),
  forms: [1],
  acts: 'decide',
  law: { ref: '§ 1', note: text('gebunden'), isBound: true, asOf: '2026-11-26', source: 'unconfirmed' },
  lookups: { person: { register: 'residents', ask: { familyName: 'n', givenNames: 'v', birthDate: 'g' } } },
  checks: [
    {
      id: 'kein_stellplatz',
      must: { field: 'stellplatz', op: 'eq', value: 'nein' },
      says: text('Kein eigener Stellplatz'),
      else: { do: 'person', says: text('Es gibt einen Stellplatz') },
    },
    {
      id: 'schein',
      must: { field: 'evidence.zb1.count', op: 'gt', value: 0 },
      says: text('Der Fahrzeugschein ist da'),
      else: { do: 'ask', field: 'zb1', says: text('Der Fahrzeugschein fehlt') },
    },
    {
      id: 'erlaubnis',
      when: { field: 'halter', op: 'eq', value: 'nein' },
      must: { field: 'evidence.ueberlassung.count', op: 'gt', value: 0 },
      says: text('Die Erlaubnis ist da'),
      else: { do: 'ask', field: 'ueberlassung', says: text('Die Erlaubnis fehlt') },
    },
    {
      id: 'wohnt_hier',
      must: {
        all: [
          { field: 'register.person.status', op: 'eq', value: 'found' },
          { field: 'register.person.sameAddress', op: 'eq', value: true },
        ],
      },
      says: text('Wohnt dort'),
      else: { do: 'person', says: text('Die Anschrift ist eine andere') },
    },
  ],
};
const rule = ruleSchema.parse(written);

const found: RegisterFacts = { status: 'found', sameAddress: true, isMainHome: true, hasMovedAway: false };
const paper = { count: 1, kinds: [], isExpired: false };
const fine: Facts = {
  today: '2026-11-26' as Day,
  formVersion: 1,
  isRepresented: false,
  looksRepeated: null,
  wantsPerson: false,
  answers: { stellplatz: 'nein', halter: 'ja' },
  evidence: { zb1: paper },
  asked: [],
  card: { isSamePerson: true },
  registers: { person: found },
};
const given = (change: Partial<Facts>, by: Rule = rule) => evaluate(by, { ...fine, ...change });
const outcome = (result: Evaluation | NeedsLookup) => ('needs' in result ? result : result.outcome);

describe('a rule', () => {
  test('approves when everything holds, and says what it looked at', () => {
    expect(given({})).toEqual({
      outcome: { do: 'approve' },
      trace: ['kein_stellplatz', 'schein', 'wohnt_hier'].map((check) => ({ check, result: 'holds' })),
    });
  });

  test('never approves what may be asked for twice, and still asks for a paper or names what does not fit', () => {
    expect(given({ looksRepeated: 'person' })).toEqual({
      outcome: { do: 'person', reason: 'looks_repeated' },
      trace: ['kein_stellplatz', 'schein', 'wohnt_hier'].map((check) => ({ check, result: 'holds' })),
    });
    expect(outcome(given({ looksRepeated: 'details' }))).toEqual({ do: 'person', reason: 'needs_look' });
    expect(outcome(given({ looksRepeated: 'person', evidence: {} }))).toMatchObject({
      do: 'ask',
      check: 'schein',
    });
    expect(outcome(given({ looksRepeated: 'person', answers: { stellplatz: 'ja' } }))).toMatchObject({
      do: 'person',
      check: 'kein_stellplatz',
    });
  });

  test('that only checks leaves the decision to a person', () => {
    expect(outcome(given({}, { ...rule, acts: 'check' }))).toEqual({ do: 'prepared' });
  });

  test('asks for what is missing before it asks the register', () => {
    expect(outcome(given({ evidence: {}, registers: {} }))).toEqual({
      do: 'ask',
      check: 'schein',
      field: 'zb1',
    });
  });

  test('asks for the first of several missing papers', () => {
    const both = given({ answers: { stellplatz: 'nein', halter: 'nein' }, evidence: {} });
    expect(outcome(both)).toEqual({ do: 'ask', check: 'schein', field: 'zb1' });
    const second = given({ answers: { stellplatz: 'nein', halter: 'nein' } });
    expect(outcome(second)).toEqual({ do: 'ask', check: 'erlaubnis', field: 'ueberlassung' });
  });

  test('never asks for the same paper twice', () => {
    expect(outcome(given({ evidence: {}, asked: ['zb1'] }))).toEqual({
      do: 'person',
      reason: 'asked_before',
      check: 'schein',
    });
  });

  test('asks the register only when everything before it holds', () => {
    expect(outcome(given({ registers: {} }))).toEqual({ needs: 'person' });
    expect(outcome(given({ registers: {}, answers: { stellplatz: 'ja' } }))).toEqual({
      do: 'person',
      reason: 'check',
      check: 'kein_stellplatz',
    });
  });

  test.each([
    ['is not found', { ...found, status: 'not_found' as const }],
    ['lives elsewhere', { ...found, sameAddress: false }],
    ['is one of several, or protected', { ...found, status: 'needs_person' as const }],
  ])('routes somebody who %s to a person', (_what, person) => {
    expect(outcome(given({ registers: { person } }))).toMatchObject({ do: 'person', check: 'wohnt_hier' });
  });

  test('decides nothing while the register is down', () => {
    expect(given({ registers: { person: 'unavailable' } })).toMatchObject({
      outcome: { do: 'person', reason: 'register_down', check: 'wohnt_hier' },
      trace: [{}, {}, { check: 'wohnt_hier', result: 'unknown' }],
    });
  });

  test('that throws decides nothing', () => {
    const broken = {
      ...rule,
      checks: rule.checks.map((check) => ({
        ...check,
        must: { field: 'stellplatz', op: 'never', value: 1 } as never,
      })),
    };
    expect(outcome(given({}, broken))).toEqual({
      do: 'person',
      reason: 'rule_failed',
      check: 'kein_stellplatz',
    });
  });

  test.each([
    ['somebody acts for the applicant', { isRepresented: true }, 'represented'],
    ['the person wants a human', { wantsPerson: true }, 'person_wanted'],
    ['the form changed since the rule was written', { formVersion: 2 }, 'form_changed'],
  ])('looks at nothing when %s', (_what, change, reason) => {
    expect(given(change)).toEqual({ outcome: { do: 'person', reason }, trace: [] });
  });

  test('reads no answer that nobody gave, whatever its name', () => {
    const tricky = ruleSchema.parse({
      ...written,
      checks: [{ ...written.checks[0], must: { field: 'constructor', op: 'notEmpty' } }],
    });
    expect(outcome(given({}, tricky))).toMatchObject({ do: 'person' });
  });

  test('has no word for a rejection, and none for deciding what is not bound by law', () => {
    const [first] = written.checks;
    const rejecting = { ...written, checks: [{ ...first, else: { do: 'reject', says: text('Nein') } }] };
    expect(ruleSchema.safeParse(rejecting).success).toBe(false);
    const unbound = { ...written, law: { ...written.law, isBound: false } };
    expect(ruleSchema.safeParse(unbound).success).toBe(false);
    expect(ruleSchema.safeParse({ ...unbound, acts: 'check' }).success).toBe(true);
    const alone = { ...written, service: 'wohngeld' };
    expect(ruleSchema.safeParse(alone).error?.message).toContain('two people');
    expect(ruleSchema.safeParse({ ...alone, acts: 'check' }).success).toBe(true);
  });

  const anything = fc.record({
    isRepresented: fc.boolean(),
    wantsPerson: fc.boolean(),
    formVersion: fc.integer({ min: 1, max: 2 }),
    answers: fc.record({
      stellplatz: fc.constantFrom('ja', 'nein', ''),
      halter: fc.constantFrom('ja', 'nein'),
    }),
    evidence: fc.dictionary(
      fc.constantFrom('zb1', 'ueberlassung'),
      fc.constantFrom(paper, { ...paper, count: 0 }),
    ),
    asked: fc.subarray(['zb1', 'ueberlassung']),
    registers: fc.constantFrom(
      {},
      { person: found },
      { person: 'unavailable' as const },
      { person: { ...found, sameAddress: false } },
    ),
  });

  test('approves only what a person would find complete, whatever the facts are', () => {
    fc.assert(
      fc.property(anything, (change) => {
        const result = outcome(given(change));
        const complete =
          !change.isRepresented &&
          !change.wantsPerson &&
          change.formVersion === 1 &&
          change.answers.stellplatz === 'nein' &&
          (change.evidence['zb1']?.count ?? 0) > 0 &&
          (change.answers.halter === 'ja' || (change.evidence['ueberlassung']?.count ?? 0) > 0) &&
          (change.registers as Facts['registers'])['person'] === found;
        expect('do' in result && result.do === 'approve').toBe(complete);
      }),
      { numRuns: 2000 },
    );
  });
});
