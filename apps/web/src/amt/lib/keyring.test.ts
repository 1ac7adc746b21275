import { expect, it } from 'vitest';
import { createKeyring } from './keyring.ts';

it('keeps the key of a change that is tried again', () => {
  const keys = createKeyring();
  expect(keys.keyFor({ caseId: 'a', reason: 'x' })).toBe(keys.keyFor({ caseId: 'a', reason: 'x' }));
});

it('gives a changed text, and a change that comes after a finished one, a key of its own', () => {
  const keys = createKeyring();
  const first = keys.keyFor({ caseId: 'a', reason: 'x' });
  expect(keys.keyFor({ caseId: 'a', reason: 'y' })).not.toBe(first);
  const second = keys.keyFor({ caseId: 'a', reason: 'x' });
  keys.used();
  expect(keys.keyFor({ caseId: 'a', reason: 'x' })).not.toBe(second);
});
