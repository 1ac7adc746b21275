import type { CaseId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { toggled } from './selection.ts';

const ids = ['a', 'b', 'c', 'd', 'e'] as CaseId[];
const id = (name: string) => name as CaseId;

it('ticks and unticks one row', () => {
  const one = toggled(new Set(), ids, { id: id('b'), last: undefined, range: false });
  expect([...one]).toEqual(['b']);
  expect([...toggled(one, ids, { id: id('b'), last: id('b'), range: false })]).toEqual([]);
});

it('ticks all rows from the last one to this, in either direction', () => {
  const chosen = new Set([id('d')]);
  expect([...toggled(chosen, ids, { id: id('b'), last: id('d'), range: true })].sort()).toEqual([
    'b',
    'c',
    'd',
  ]);
  expect([...toggled(chosen, ids, { id: id('e'), last: id('d'), range: true })].sort()).toEqual(['d', 'e']);
});

it('ticks one row when the last one left the list', () => {
  expect([...toggled(new Set(), ids, { id: id('b'), last: id('gone'), range: true })]).toEqual(['b']);
});
