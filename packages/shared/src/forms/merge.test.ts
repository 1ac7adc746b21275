import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answers, isEmpty } from './answers.ts';
import { fingerprint } from './fingerprint.ts';
import { type Mergeable, mergeDrafts } from './merge.ts';
import { field, form, options } from './testing.ts';

const shape = form({
  a: [field('street'), field('kind', { type: 'radio', options: options('main', 'second') })],
});
const now = '2026-11-26T12:00:00.000Z';
const at = (minute: number) => `2026-11-26T10:${String(minute).padStart(2, '0')}:00.000Z`;
const draft = (
  answers: Answers,
  stamps: Record<string, string> = {},
  more: Partial<Mergeable> = {},
): Mergeable => ({
  formVersion: 1,
  fingerprint: fingerprint(shape, 'de'),
  language: 'de',
  answers,
  origins: {},
  stamps,
  page: 'a',
  updatedAt: at(0),
  ...more,
});

describe('two devices that wrote on one draft', () => {
  test('keep what each of them wrote elsewhere', () => {
    const phone = draft({ street: 'Wagnergasse' }, { street: at(1) });
    const laptop = draft({ kind: 'main' }, { kind: at(2) });
    expect(mergeDrafts(phone, laptop, { now }).answers).toEqual({ street: 'Wagnergasse', kind: 'main' });
  });

  test('let the newer answer stand and name the one that gave way, on both', () => {
    const phone = draft({ street: 'Wagnergasse' }, { street: at(1) });
    const laptop = draft({ street: 'Markt' }, { street: at(2) });
    const replaced = [{ field: 'street', answer: 'Wagnergasse', at: now }];
    for (const joined of [mergeDrafts(phone, laptop, { now }), mergeDrafts(laptop, phone, { now })]) {
      expect(joined.answers).toEqual({ street: 'Markt' });
      expect(joined.replaced).toEqual(replaced);
    }
  });

  test('say nothing where the person wrote over what they had before them', () => {
    const seen = { street: at(1) };
    const server = draft({ street: 'Wagnergasse' }, seen);
    const phone = draft({ street: 'Markt' }, { street: at(2) });
    expect(mergeDrafts(phone, server, { base: seen, now }).replaced).toBeUndefined();
  });

  test('let a typed answer stand against one that was filled in', () => {
    const phone = draft({ street: 'MARKT' }, {}, { origins: { street: 'card' }, updatedAt: at(9) });
    const laptop = draft({ street: 'Wagnergasse' }, { street: at(2) });
    expect(mergeDrafts(phone, laptop, { now })).toMatchObject({
      answers: { street: 'Wagnergasse' },
      origins: {},
    });
  });

  test('do not bring back an answer that was taken out', () => {
    const phone = draft({ street: 'Markt' }, { street: at(1) });
    const laptop = draft({}, { street: at(2) });
    const joined = mergeDrafts(phone, laptop, { now });
    expect(joined.answers).toEqual({});
    expect(joined.replaced).toEqual([{ field: 'street', answer: 'Markt', at: now }]);
  });

  test('go on where the person was last', () => {
    const phone = draft({}, {}, { page: 'a', updatedAt: at(1) });
    expect(mergeDrafts(phone, draft({}, {}, { page: 'b', updatedAt: at(2) }), { now }).page).toBe('b');
  });

  test('forget what the person has read', () => {
    const phone = draft({}, {}, { replaced: [{ field: 'street', answer: 'Markt', at: at(1) }] });
    expect(mergeDrafts(phone, draft({}), { now }).replaced).toHaveLength(1);
    expect(mergeDrafts({ ...phone, readUntil: at(2) }, draft({}), { now }).replaced).toBeUndefined();
  });

  test('carry the one of the older form over, and keep its misfits aside', () => {
    const next = { ...form({ a: [field('kind', { type: 'radio', options: options('main') })] }), version: 2 };
    const phone = draft({ street: 'Markt', kind: 'second' }, { street: at(1), kind: at(1) });
    const laptop = draft(
      { kind: 'main' },
      { kind: at(2) },
      { formVersion: 2, fingerprint: fingerprint(next, 'de') },
    );
    for (const joined of [mergeDrafts(phone, laptop, { now }), mergeDrafts(laptop, phone, { now })]) {
      expect(joined).toMatchObject({
        formVersion: 2,
        answers: { kind: 'main' },
        aside: { street: 'Markt', kind: 'second' },
      });
      expect(joined.changed).toContainEqual({ field: 'street', reason: 'removed' });
    }
  });
});

describe('whatever two devices wrote', () => {
  const names = ['a', 'b', 'c', '__proto__', 'constructor'];
  const value = fc.oneof(fc.constantFrom('x', 'y', ''), fc.integer(), fc.array(fc.constantFrom('x', 'y')));
  const side = fc
    .array(
      fc.tuple(
        fc.constantFrom(...names),
        fc.option(value, { nil: undefined }),
        fc.integer({ min: 0, max: 4 }),
      ),
    )
    .map((entries) => {
      const answers: [string, unknown][] = [];
      const stamps: [string, string][] = [];
      for (const [name, answer, minute] of new Map(entries.map((entry) => [entry[0], entry])).values()) {
        if (answer !== undefined) answers.push([name, answer]);
        if (minute > 0) stamps.push([name, at(minute)]);
      }
      return draft(Object.fromEntries(answers) as Answers, Object.fromEntries(stamps));
    });
  const told = (joined: Mergeable) =>
    JSON.stringify((joined.replaced ?? []).map(({ field: name, answer }) => [name, answer]));

  test('both come to the same answers', () => {
    fc.assert(
      fc.property(side, side, (mine, theirs) => {
        const [here, there] = [mergeDrafts(mine, theirs, { now }), mergeDrafts(theirs, mine, { now })];
        expect(here.answers).toEqual(there.answers);
        expect(here.stamps).toEqual(there.stamps);
      }),
      { numRuns: 500 },
    );
  });

  test('every answer of each stands, or is named as one that gave way', () => {
    fc.assert(
      fc.property(side, side, (mine, theirs) => {
        const joined = mergeDrafts(mine, theirs, { now });
        for (const { answers } of [mine, theirs]) {
          for (const [name, answer] of Object.entries(answers)) {
            if (isEmpty(answer)) continue;
            const stands = JSON.stringify(joined.answers[name]) === JSON.stringify(answer);
            expect(stands || told(joined).includes(JSON.stringify([name, answer]))).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('meeting a second time changes nothing', () => {
    fc.assert(
      fc.property(side, side, (mine, theirs) => {
        const once = mergeDrafts(mine, theirs, { now });
        expect(mergeDrafts(once, once, { now }).answers).toEqual(once.answers);
        expect(mergeDrafts(once, theirs, { base: theirs.stamps ?? {}, now }).answers).toEqual(once.answers);
      }),
      { numRuns: 300 },
    );
  });
});
