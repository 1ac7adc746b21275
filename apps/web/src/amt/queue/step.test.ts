import { expect, it } from 'vitest';
import { nextIndex } from './step.ts';

const ids = ['a', 'b', 'c'];

it('steps from the row before it, and stops at both ends', () => {
  expect(nextIndex(ids, 'a', 1)).toBe(1);
  expect(nextIndex(ids, 'c', 1)).toBe(2);
  expect(nextIndex(ids, 'a', -1)).toBe(0);
});

it('begins at the top when nothing is open, or the open case left the list', () => {
  expect(nextIndex(ids, undefined, 1)).toBe(0);
  expect(nextIndex(ids, 'gone', -1)).toBe(0);
  expect(nextIndex([], undefined, 1)).toBe(-1);
});
