import { expect, it } from 'vitest';
import { createVapidHeaders, createVapidKeys } from './vapid.ts';

const hour = 3_600_000;

function claimsOf(header: string): { aud: string; exp: number; sub: string } {
  const token = /^vapid t=([^,]+), k=/.exec(header)?.[1] ?? '';
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
}

it('one signature serves a push service for an hour, and another service never', () => {
  let now = Date.now();
  const headers = createVapidHeaders({ ...createVapidKeys(), subject: 'mailto:push@example.org' }, () => now);
  const first = headers('https://updates.push.services.mozilla.com/a');
  expect(claimsOf(first)).toEqual({
    aud: 'https://updates.push.services.mozilla.com',
    exp: Math.floor(now / 1000) + 12 * 3600,
    sub: 'mailto:push@example.org',
  });
  now += hour - 1;
  expect(headers('https://updates.push.services.mozilla.com/b')).toBe(first);
  expect(claimsOf(headers('https://fcm.googleapis.com/b')).aud).toBe('https://fcm.googleapis.com');
  now += 1;
  const later = headers('https://updates.push.services.mozilla.com/a');
  expect(claimsOf(later).exp - claimsOf(first).exp).toBe(3600);
});
