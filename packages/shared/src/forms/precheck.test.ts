import { describe, expect, it } from 'vitest';
import type { Day } from '../kernel/days.ts';
import { precheckFills, precheckPath, precheckStep, precheckWays } from './precheck.ts';

const today = '2026-11-26' as Day;
const precheck = {
  questions: [
    {
      id: 'woher',
      options: [{ value: 'jena' }, { value: 'ausland', fills: { zuzug: 'ja' } }],
    },
    {
      id: 'art',
      showWhen: { field: 'woher', op: 'eq', value: 'ausland' },
      options: [
        { value: 'haupt', fills: { art: 'haupt' } },
        { value: 'neben', fills: { art: 'neben' } },
      ],
    },
  ],
  results: [
    { id: 'other', fits: false, when: { field: 'woher', op: 'eq', value: 'jena' } },
    { id: 'second', fits: true, when: { field: 'art', op: 'eq', value: 'neben' } },
    { id: 'main', fits: true },
  ],
} as const;

describe('a pre-check', () => {
  it('asks one question after the other and skips what no longer matters', () => {
    expect(precheckStep(precheck, {}, today)).toMatchObject({ question: { id: 'woher' }, number: 1 });
    expect(precheckStep(precheck, { woher: 'ausland' }, today)).toMatchObject({
      question: { id: 'art' },
      number: 2,
    });
    expect(precheckStep(precheck, { woher: 'jena' }, today)).toMatchObject({ result: { id: 'other' } });
  });

  it('comes to the first result whose condition holds', () => {
    const ways = precheckWays(precheck, today);
    expect(ways.map((way) => precheckStep(precheck, way, today))).toMatchObject([
      { result: { id: 'other' } },
      { result: { id: 'main' } },
      { result: { id: 'second' } },
    ]);
  });

  it('forgets what hung on an answer that was changed', () => {
    const answers = { woher: 'jena', art: 'neben' };
    expect(precheckPath(precheck, answers, today).kept).toEqual({ woher: 'jena' });
    expect(precheckFills(precheck, answers, today)).toEqual({});
  });

  it('hands the form what it need not ask again', () => {
    expect(precheckFills(precheck, { woher: 'ausland', art: 'neben' }, today)).toEqual({
      zuzug: 'ja',
      art: 'neben',
    });
  });

  it('asks anew where an answer is none of the choices', () => {
    expect(precheckStep(precheck, { woher: 'mond' }, today)).toMatchObject({ kind: 'question', number: 1 });
  });
});
