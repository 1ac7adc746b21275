import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CaseEventType,
  type CaseState,
  caseEventTypes,
  caseStates,
  mayHappen,
  nextState,
  turnIn,
  turnSince,
  waitsForCitizen,
} from './model.ts';

type Before = CaseState | 'none';
const before: readonly Before[] = ['none', ...caseStates];

/** Everything that may happen to a case, written down a second time, as people would tell it. */
const table: readonly (readonly [Before, CaseEventType, CaseState])[] = [
  ['none', 'submitted', 'submitted'],
  ['none', 'co_sign_requested', 'awaiting_signature'],
  ['awaiting_signature', 'co_sign_requested', 'awaiting_signature'],
  ['awaiting_signature', 'co_signed', 'awaiting_signature'],
  ['awaiting_signature', 'co_sign_refused', 'awaiting_signature'],
  ['awaiting_signature', 'co_sign_withdrawn', 'awaiting_signature'],
  ['awaiting_signature', 'co_sign_expired', 'awaiting_signature'],
  ['awaiting_signature', 'submitted', 'submitted'],
  ['awaiting_signature', 'withdrawn', 'withdrawn'],
  ['submitted', 'claimed', 'in_review'],
  ['submitted', 'evidence_viewed', 'submitted'],
  ['submitted', 'document_shared', 'submitted'],
  ['submitted', 'share_ended', 'submitted'],
  ['in_review', 'document_shared', 'in_review'],
  ['in_review', 'share_ended', 'in_review'],
  ['evidence_requested', 'document_shared', 'evidence_requested'],
  ['evidence_requested', 'share_ended', 'evidence_requested'],
  ['submitted', 'withdrawn', 'withdrawn'],
  ['submitted', 'prechecked', 'submitted'],
  ['submitted', 'person_wanted', 'submitted'],
  ['submitted', 'evidence_requested', 'evidence_requested'],
  ['submitted', 'approved', 'approved'],
  ['in_review', 'prechecked', 'in_review'],
  ['in_review', 'person_wanted', 'in_review'],
  ['evidence_requested', 'person_wanted', 'in_review'],
  ['in_review', 'claimed', 'in_review'],
  ['in_review', 'evidence_viewed', 'in_review'],
  ['in_review', 'evidence_requested', 'evidence_requested'],
  ['in_review', 'approved', 'approved'],
  ['in_review', 'rejected', 'rejected'],
  ['in_review', 'withdrawn', 'withdrawn'],
  ['in_review', 'decision_proposed', 'to_confirm'],
  ['to_confirm', 'evidence_viewed', 'to_confirm'],
  ['to_confirm', 'document_shared', 'in_review'],
  ['to_confirm', 'share_ended', 'in_review'],
  ['to_confirm', 'proposal_returned', 'in_review'],
  ['to_confirm', 'approved', 'approved'],
  ['to_confirm', 'rejected', 'rejected'],
  ['to_confirm', 'withdrawn', 'withdrawn'],
  ['evidence_requested', 'claimed', 'evidence_requested'],
  ['evidence_requested', 'evidence_viewed', 'evidence_requested'],
  ['evidence_requested', 'evidence_added', 'in_review'],
  ['evidence_requested', 'withdrawn', 'withdrawn'],
  ['approved', 'evidence_viewed', 'approved'],
  ['approved', 'delivered', 'delivered'],
  ['rejected', 'evidence_viewed', 'rejected'],
  ['delivered', 'evidence_viewed', 'delivered'],
  ['rejected', 'delivered', 'rejected'],
  ['delivered', 'objected', 'objected'],
  ['rejected', 'objected', 'objected'],
  ['objected', 'claimed', 'objected'],
  ['objected', 'evidence_viewed', 'objected'],
  ['objected', 'document_shared', 'objected'],
  ['objected', 'share_ended', 'objected'],
  ['objected', 'objection_passed_on', 'objection_passed_on'],
  ['objection_passed_on', 'claimed', 'objection_passed_on'],
  ['objection_passed_on', 'evidence_viewed', 'objection_passed_on'],
  ['objection_passed_on', 'objection_denied', 'objection_denied'],
  ['objection_passed_on', 'reopened', 'in_review'],
  ['objection_denied', 'delivered', 'objection_denied'],
  ['objected', 'objection_denied', 'objection_denied'],
  ['objection_denied', 'evidence_viewed', 'objection_denied'],
  ['delivered', 'reopened', 'in_review'],
  ['rejected', 'reopened', 'in_review'],
  ['objected', 'reopened', 'in_review'],
  ['objection_denied', 'reopened', 'in_review'],
  // Nobody at the office sees what is not signed yet: there is no one to write to.
  ...caseStates
    .filter((state) => state !== 'awaiting_signature')
    .map((state) => [state, 'message_sent', state] as const),
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

  test('is decided once: only an objection or the office itself opens it again, and nobody asks or withdraws before', () => {
    const open: readonly CaseState[] = ['submitted', 'in_review', 'evidence_requested', 'to_confirm'];
    fc.assert(
      fc.property(
        fc.constantFrom<CaseState>('approved', 'rejected', 'delivered', 'objected', 'objection_denied'),
        fc.array(fc.constantFrom(...caseEventTypes), { maxLength: 40 }),
        (decided, events) => {
          let state = decided;
          for (const event of events) {
            const next = mayHappen(state, event) ? nextState(state, event) : state;
            if (!open.includes(state) && open.includes(next)) expect(event).toBe('reopened');
            if (!open.includes(state))
              expect(['approved', 'evidence_requested', 'withdrawn']).not.toContain(
                next === state ? null : next,
              );
            state = next;
          }
        },
      ),
    );
  });

  test('that was withdrawn stays so', () => {
    for (const event of caseEventTypes)
      if (mayHappen('withdrawn', event)) expect(nextState('withdrawn', event)).toBe('withdrawn');
  });

  test('is always somebody’s turn while it is open, since the event that gave it to them', () => {
    const at = (minute: number) => `2026-11-23T09:${String(minute).padStart(2, '0')}:00.000Z`;
    const story: CaseEventType[] = [
      'submitted',
      'claimed',
      'evidence_requested',
      'message_sent',
      'evidence_added',
      'claimed',
    ];
    const since = (count: number) =>
      turnSince(story.slice(0, count).map((type, minute) => ({ type, at: at(minute) })));
    expect([1, 2, 3, 4, 5, 6].map(since)).toEqual([at(0), at(0), at(2), at(2), at(4), at(4)]);
    expect(turnSince([])).toBeNull();
    expect(caseStates.filter((state) => turnIn(state) === 'nobody')).toEqual([
      'rejected',
      'delivered',
      'withdrawn',
      'objection_denied',
    ]);
  });

  test('waits for the citizen only while a signature or a paper is missing', () => {
    expect(caseStates.filter(waitsForCitizen)).toEqual(['awaiting_signature', 'evidence_requested']);
  });
});
