import { readFileSync } from 'node:fs';
import { evaluate, type Facts, type Rule } from '@jena/shared/automation';
import type { FormCase } from '@jena/shared/forms';
import { describe, expect, test } from 'vitest';
import { dataDirectory, loadContent } from './load.ts';
import { checkRules } from './rules.ts';
import { validateContent } from './validate.ts';

const { content } = validateContent(loadContent());
const ruleOf = (id: string): Rule => {
  const rule = content.rules.find((one) => one.id === id);
  if (!rule) throw new Error(`no rule ${id}`);
  return rule;
};
const casesOf = (slug: string) =>
  JSON.parse(readFileSync(`${dataDirectory}forms/${slug}.cases.json`, 'utf8')) as FormCase[];

/** A person whom the register knows where they say they live. */
function factsOf({ today, answers, files = {} }: FormCase): Facts {
  return {
    today,
    formVersion: 1,
    isRepresented: false,
    looksRepeated: null,
    wantsPerson: false,
    answers,
    evidence: Object.fromEntries(
      Object.entries(files).map(([field, list]) => [
        field,
        { count: list.length, kinds: [], isExpired: false },
      ]),
    ),
    asked: [],
    card: { isSamePerson: true },
    registers: {
      person: { status: 'found', sameAddress: true, isMainHome: true, hasMovedAway: false },
    },
  };
}

describe('the rules of the catalogue', () => {
  test('are there, and read nothing that their forms do not ask', () => {
    expect(content.rules.length).toBeGreaterThanOrEqual(4);
    expect(checkRules(content.services, content.forms, content.rules)).toEqual([]);
  });

  test.each(content.rules.map((rule) => [rule.id, rule] as const))(
    '%s settles the test cases of its form, some of them without hands and some by a person',
    (_id, rule) => {
      const done = casesOf(rule.service).map((told) => {
        const result = evaluate(rule, factsOf(told));
        if ('needs' in result) throw new Error(`asks for ${result.needs}`);
        return result.outcome.do;
      });
      const good = rule.acts === 'decide' ? 'approve' : 'prepared';
      expect(done).toContain(good);
      expect(done.some((act) => act === 'person' || act === 'ask')).toBe(true);
    },
  );

  test('a certificate is not made out to somebody else than the card says', () => {
    const [simple] = casesOf('meldebescheinigung');
    if (!simple) throw new Error('no case');
    const rule = ruleOf('meldebescheinigung');
    expect(evaluate(rule, factsOf(simple))).toMatchObject({ outcome: { do: 'approve' } });
    for (const card of [null, { isSamePerson: false }])
      expect(evaluate(rule, { ...factsOf(simple), card })).toMatchObject({
        outcome: { do: 'person', reason: 'check', check: 'selbst' },
      });
  });

  test('a paper that its owner calls something else is asked for again', () => {
    const dog = casesOf('hund-anmelden').find(
      ({ answers }) => answers['gefaehrlich'] === 'nein' && answers['ermaessigung'] === 'nein',
    );
    if (!dog) throw new Error('no case');
    const facts = factsOf(dog);
    const wrong = {
      ...facts,
      evidence: { impfpass: { count: 1, kinds: ['income_proof'], isExpired: false } },
    };
    expect(evaluate(ruleOf('hund-anmelden'), wrong)).toMatchObject({
      outcome: { do: 'ask', check: 'impfpass_art', field: 'impfpass' },
    });
  });
});

describe('the build refuses', () => {
  const rule = ruleOf('bewohnerparkausweis');
  const [check] = rule.checks;
  const broken = (change: Partial<Rule>) =>
    checkRules(content.services, content.forms, [{ ...rule, ...change }]).map(
      (problem) => `${problem.rule} ${problem.detail}`,
    );
  const must = (field: string) => [{ ...check, id: 'x', must: { field, op: 'notEmpty' } }] as Rule['checks'];

  test.each([
    ['an answer that nobody is asked for', { checks: must('stelplatz') }, 'unknown-field stelplatz'],
    [
      'a paper that is none',
      { checks: must('evidence.stellplatz.count') },
      'unknown-field evidence.stellplatz.count',
    ],
    [
      'a look-up that is not made',
      { checks: must('register.halter.status') },
      'unknown-field register.halter.status',
    ],
    ['a rule for a form that is gone', { forms: [9] }, 'missing-form bewohnerparkausweis'],
    ['a rule of no service', { service: 'parken' }, 'missing-form parken'],
  ])('%s', (_what, change, problem) => {
    expect(broken(change)).toContain(problem);
  });
});
