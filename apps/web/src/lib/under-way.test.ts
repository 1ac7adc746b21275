import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { admitted, answered, follow, leave } from './under-way.ts';

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

test('waits also for what an answer leads to', async () => {
  const first = question();
  let second = first;
  void first.answer.then(() => {
    second = question();
  });
  let over = false;
  const waiting = answered().then(() => {
    over = true;
  });
  first.resolve('who');
  await first.answer;
  await vi.advanceTimersByTimeAsync(0);
  expect(over).toBe(false);
  second.resolve('what');
  await waiting;
});

test('who asks while somebody leaves is turned away once they left, and asks when they stayed', async () => {
  await admitted();
  const ended = Promise.withResolvers<void>();
  const left = leave(() => ended.promise);
  await vi.advanceTimersByTimeAsync(0);
  const asked = admitted();
  ended.resolve();
  await left;
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });

  const refused = Promise.withResolvers<void>();
  const stayed = leave(() => refused.promise);
  await vi.advanceTimersByTimeAsync(0);
  const next = admitted();
  refused.reject(new TypeError('offline'));
  await expect(stayed).rejects.toThrow('offline');
  await next;
  await admitted();
});
