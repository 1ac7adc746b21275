import { expect, it } from 'vitest';
import { runEach } from './run.ts';

it('does it to each, a few at a time, and answers in the order of the list', async () => {
  let [now, most] = [0, 0];
  const heard: number[] = [];
  const outcomes = await runEach(
    ['a', 'b', 'c', 'd', 'e'],
    async () => {
      now += 1;
      most = Math.max(most, now);
      await Promise.resolve();
      now -= 1;
    },
    (done) => heard.push(done),
    2,
  );
  expect(outcomes.map(({ id, ok }) => [id, ok])).toEqual(['a', 'b', 'c', 'd', 'e'].map((id) => [id, true]));
  expect([most, heard]).toEqual([2, [1, 2, 3, 4, 5]]);
});

it('goes on after one that fails, and says which and why', async () => {
  const outcomes = await runEach(['a', 'b', 'c'], async (id) => {
    if (id === 'b') throw new Error('somebody was quicker');
  });
  expect(outcomes).toEqual([
    { id: 'a', ok: true },
    { id: 'b', ok: false, error: new Error('somebody was quicker') },
    { id: 'c', ok: true },
  ]);
});
