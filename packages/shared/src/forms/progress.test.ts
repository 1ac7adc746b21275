import { describe, expect, test } from 'vitest';
import { missingEvidence, requiredEvidence } from './evidence.ts';
import { progress } from './progress.ts';
import { context, field, form, options } from './testing.ts';

const home = form({
  a: [field('x')],
  b: [field('wish', { required: false })],
  c: [field('child', { type: 'radio', options: options('ja', 'nein') })],
  d: [
    field('consent', {
      type: 'file',
      evidence: 'sorgerecht',
      showWhen: { field: 'child', op: 'eq', value: 'ja' },
    }),
    field('proof', { type: 'file', evidence: 'bestaetigung' }),
    field('photo', { type: 'file', required: false, evidence: 'foto' }),
  ],
});
const states = (current: string | undefined, answers = {}, ctx = context) =>
  progress(home, current, answers, ctx).map((step) => step.state);

describe('progress', () => {
  test('begins with everything open', () => {
    expect(states('a')).toEqual(['current', 'open', 'open', 'open']);
  });

  test('calls a passed page done, also one with nothing but free questions, and names what was skipped', () => {
    expect(states('c', { x: '1' })).toEqual(['done', 'done', 'current', 'open']);
    expect(states('c', {})).toEqual(['incomplete', 'done', 'current', 'open']);
  });

  test('knows pages that were filled already further on', () => {
    expect(
      states('a', { child: 'nein' }, { ...context, files: { proof: [{ mediaType: 'image/jpeg' }] } }),
    ).toEqual(['current', 'open', 'done', 'done']);
  });

  test('does not take an answer that stood there at first for a beginning', () => {
    const given = form({ a: [field('x')], b: [field('town', { initial: 'Jena' }), field('street')] });
    expect(progress(given, 'a', { town: 'Jena' }, context).map((step) => step.state)).toEqual([
      'current',
      'open',
    ]);
    expect(progress(given, 'a', { town: 'Gera' }, context)[1]?.state).toBe('incomplete');
  });

  test('on the review leaves nothing open', () => {
    expect(states(undefined, { x: '1' })).toEqual(['done', 'done', 'incomplete', 'incomplete']);
  });
});

describe('evidence', () => {
  const names = (needs: { evidence: string }[]) => needs.map((need) => need.evidence);

  test('depends on the answers', () => {
    expect(names(requiredEvidence(home, {}, context))).toEqual(['bestaetigung']);
    expect(names(requiredEvidence(home, { child: 'ja' }, context))).toEqual(['sorgerecht', 'bestaetigung']);
  });

  test('is missing until a file is there', () => {
    const files = { proof: [{ mediaType: 'image/jpeg' }] };
    expect(names(missingEvidence(home, { child: 'ja' }, { ...context, files }))).toEqual(['sorgerecht']);
  });
});
