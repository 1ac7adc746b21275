import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import type { PushConfig } from './port.ts';
import { createVapidKeys } from './vapid.ts';

/** The push services of the browsers that people use. */
export const browserPushHosts = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
] as const;

const environment = z.object({
  VAPID_PUBLIC_KEY: z.string().optional(),
  VAPID_PRIVATE_KEY: z.string().optional(),
  /** RFC 8292 §2.1: whom a push service asks when something is wrong; `mailto:` or https. */
  VAPID_SUBJECT: z
    .string()
    .regex(/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/)
    .optional(),
});
const keyFile = z.object({ publicKey: z.string(), privateKey: z.string() });

/**
 * The push adapter's configuration. Without keys in the environment a pair is made once and kept in DATA_DIR:
 * subscriptions are bound to it, so it must survive (RFC 8292 §4).
 */
export function pushConfig(
  config: Pick<Config, 'env' | 'mode' | 'dataDir' | 'publicOrigin' | 'https'>,
  sandbox?: SandboxEndpoints,
): PushConfig {
  const env = environment.parse(config.env);
  const keys =
    env.VAPID_PUBLIC_KEY !== undefined && env.VAPID_PRIVATE_KEY !== undefined
      ? { publicKey: env.VAPID_PUBLIC_KEY, privateKey: env.VAPID_PRIVATE_KEY }
      : keptKeys(join(config.dataDir, 'keys/vapid.json'));
  const subject = env.VAPID_SUBJECT ?? (config.https ? config.publicOrigin : 'mailto:push@jena.example');
  return {
    vapid: { ...keys, subject },
    allowedHosts: sandbox ? [...browserPushHosts, sandbox.push.host] : browserPushHosts,
    ...(sandbox ? { extraCa: readFileSync(sandbox.ca, 'utf8') } : {}),
    timeoutMs: 10_000,
    production: config.mode === 'production',
  };
}

function keptKeys(file: string): z.infer<typeof keyFile> {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(createVapidKeys()), { mode: 0o400, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}
