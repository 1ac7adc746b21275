import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answered, follow } from './under-way.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function question() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return { answer: follow(promise), resolve, reject };
}

test('nothing was asked: nobody waits', async () => {
  await answered();
});

test('waits for the last answer, also for one that is a failure', async () => {
  const [one, other] = [question(), question()];
  let over = false;
  const waiting = answered().then(() => {
    over = true;
  });
  one.resolve('yes');
  expect(await one.answer).toBe('yes');
  expect(over).toBe(false);
  other.reject(new TypeError('offline'));
  await expect(other.answer).rejects.toThrow('offline');
  await waiting;
  await answered();
});

test('does not wait for an answer that never comes', async () => {
  const lost = question();
  const waiting = answered();
  await vi.advanceTimersByTimeAsync(2_000);
  await waiting;
  lost.resolve('late');
  await lost.answer;
});
