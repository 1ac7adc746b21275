import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CaseEventType,
  type CaseState,
  caseEventTypes,
  caseStates,
  mayHappen,
  nextState,
  waitsForCitizen,
} from './model.ts';

type Before = CaseState | 'none';
const before: readonly Before[] = ['none', ...caseStates];

/** Everything that may happen to a case, written down a second time, as people would tell it. */
const table: readonly (readonly [Before, CaseEventType, CaseState])[] = [
  ['none', 'submitted', 'submitted'],
  ['submitted', 'claimed', 'in_review'],
  ['submitted', 'evidence_viewed', 'submitted'],
  ['submitted', 'document_shared', 'submitted'],
  ['submitted', 'share_ended', 'submitted'],
  ['in_review', 'document_shared', 'in_review'],
  ['in_review', 'share_ended', 'in_review'],
  ['evidence_requested', 'document_shared', 'evidence_requested'],
  ['evidence_requested', 'share_ended', 'evidence_requested'],
  ['submitted', 'withdrawn', 'withdrawn'],
  ['in_review', 'claimed', 'in_review'],
  ['in_review', 'evidence_viewed', 'in_review'],
  ['in_review', 'evidence_requested', 'evidence_requested'],
  ['in_review', 'approved', 'approved'],
  ['in_review', 'rejected', 'rejected'],
  ['in_review', 'withdrawn', 'withdrawn'],
  ['evidence_requested', 'claimed', 'evidence_requested'],
  ['evidence_requested', 'evidence_viewed', 'evidence_requested'],
  ['evidence_requested', 'evidence_added', 'in_review'],
  ['evidence_requested', 'withdrawn', 'withdrawn'],
  ['approved', 'evidence_viewed', 'approved'],
  ['approved', 'delivered', 'delivered'],
  ['rejected', 'evidence_viewed', 'rejected'],
  ['delivered', 'evidence_viewed', 'delivered'],
];
const told = (state: Before, event: CaseEventType) => table.find(([s, e]) => s === state && e === event)?.[2];

describe('a case', () => {
  const pairs = before.flatMap((state) => caseEventTypes.map((event) => [state, event] as const));

  test.each(pairs)('in state %s, asked for %s, does what the table says', (state, event) => {
    const next = told(state, event);
    expect(mayHappen(state, event)).toBe(next !== undefined);
    if (next) expect(nextState(state, event)).toBe(next);
    else expect(() => nextState(state, event)).toThrow('cases.not_in_state');
  });

  test('never leaves the table, whatever people try in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...caseEventTypes), { maxLength: 60 }), (events) => {
        let state: Before = 'none';
        for (const event of events) {
          const next = told(state, event);
          if (next === undefined) expect(() => nextState(state, event)).toThrow('cases.not_in_state');
          else expect(nextState(state, event)).toBe(next);
          state = next ?? state;
        }
      }),
    );
  });

  test('is decided once: after a decision nothing is decided, asked for or withdrawn any more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<CaseState>('approved', 'rejected', 'delivered', 'withdrawn'),
        fc.array(fc.constantFrom(...caseEventTypes), { maxLength: 40 }),
        (decided, events) => {
          let state = decided;
          for (const event of events) if (mayHappen(state, event)) state = nextState(state, event);
          expect(decided === 'approved' ? ['approved', 'delivered'] : [decided]).toContain(state);
        },
      ),
    );
  });

  test('waits for the citizen only while a paper is missing', () => {
    expect(caseStates.filter(waitsForCitizen)).toEqual(['evidence_requested']);
  });
});
