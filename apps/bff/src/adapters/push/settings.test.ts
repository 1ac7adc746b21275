import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../platform/config.ts';
import { createPush } from './adapter.ts';
import { pushConfig } from './settings.ts';
import { createVapidKeys } from './vapid.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jena-push-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settings = (env: Record<string, string> = {}) =>
  pushConfig(parseConfig({ DATA_DIR: folder, PUBLIC_ORIGIN: 'https://service.example', ...env }));

describe('the push settings', () => {
  it('make a pair of keys once, for their owner alone, and keep it', () => {
    const first = settings();
    expect(settings().vapid).toEqual(first.vapid);
    expect(statSync(join(folder, 'keys/vapid.json')).mode & 0o077).toBe(0);
    expect(createPush(first).publicKey).toBe(first.vapid.publicKey);
  });

  it('take the keys of the environment first', () => {
    const { publicKey, privateKey } = createVapidKeys();
    const given = settings({ VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey });
    expect(given.vapid).toEqual({ publicKey, privateKey, subject: 'https://service.example' });
  });

  it('refuse a contact that push services would refuse', () => {
    expect(() => settings({ VAPID_SUBJECT: 'betrieb@jena.example' })).toThrow();
  });

  it('let the product call the browsers’ push services and nothing else', () => {
    const push = createPush(settings({ NODE_ENV: 'production' }));
    expect(push.accepts('https://fcm.googleapis.com/fcm/send/abc')).toBe(true);
    expect(push.accepts('https://web.push.apple.com/abc')).toBe(true);
    for (const endpoint of [
      'https://localhost:24729/push/abc',
      'https://127.0.0.1/push/abc',
      'https://[::1]/push/abc',
      'https://169.254.169.254/latest/meta-data',
      'http://fcm.googleapis.com/fcm/send/abc',
      'https://fcm.googleapis.com@evil.example/x',
    ])
      expect(push.accepts(endpoint), endpoint).toBe(false);
  });
});
