import { expect, test } from 'vitest';
import { newReference } from './cases.reference.ts';

test('a reference can be spoken: none of its letters is taken for another', async () => {
  const reference = await newReference(async () => false);
  expect(reference).toMatch(/^J-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('one that a case has already is not given to another', async () => {
  const taken = new Set(['J-7KQ4-M2XP', 'J-0000-0000']);
  const drawn = ['J-7KQ4-M2XP', 'J-0000-0000', 'J-1111-1111'];
  const reference = await newReference(
    async (one) => taken.has(one),
    () => drawn.shift() ?? '',
  );
  expect(reference).toBe('J-1111-1111');
});
