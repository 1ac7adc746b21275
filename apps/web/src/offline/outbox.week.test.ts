import { expect, test } from 'vitest';
import { hardWeek } from './outbox.week.testing.ts';

test('a hard week: dying phones, lost answers and two app upgrades lose nothing, double nothing, show nothing to others', async () => {
  const { arrived, deaths, looksOfOthers, ...wrongs } = await hardWeek({ submissions: 60, seed: 2026 });
  expect(arrived).toBe(60);
  expect(deaths).toBeGreaterThan(10);
  expect(looksOfOthers).toBeGreaterThan(0);
  expect(wrongs).toEqual({
    ...{ lost: 0, doubled: 0, wrongPapers: 0, strayPapers: 0, inWrongName: 0, seenByOthers: 0 },
  });
}, 120_000);
