import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import type { ScannerConfig } from './port.ts';

/** Where Debian's clamav-daemon listens. */
const debiansSocket = '/run/clamav/clamd.ctl';

const environment = z.object({
  /** clamd's socket: a path, or `host:port`. */
  SCANNER_ADDRESS: z
    .string()
    .regex(/^(\/.+|[^/:\s]+:\d{1,5})$/)
    .optional(),
  /** ClamAV itself warns after seven days. */
  SCANNER_MAX_AGE_DAYS: z.coerce.number().int().min(1).max(30).default(7),
});

const loopback = new Set(['127.0.0.1', 'localhost']);

/**
 * Where the virus scanner is. Without a setting: the sandbox's, else where Debian's package puts it; when nobody answers
 * there, uploads wait.
 * @throws in production for another machine: clamd speaks without encryption
 */
export function scannerConfig(
  config: Pick<Config, 'env' | 'mode'>,
  sandbox?: SandboxEndpoints,
): ScannerConfig {
  const env = environment.parse(config.env);
  const address = addressOf(env.SCANNER_ADDRESS) ?? sandbox?.scanner ?? { path: debiansSocket };
  if (config.mode === 'production' && 'host' in address && !loopback.has(address.host)) {
    throw new Error('SCANNER_ADDRESS must be a socket or port of this machine: clamd does not encrypt');
  }
  return { address, maxAgeDays: env.SCANNER_MAX_AGE_DAYS, timeoutMs: 150_000 };
}

function addressOf(setting: string | undefined): ScannerConfig['address'] | undefined {
  if (setting === undefined) return undefined;
  if (setting.startsWith('/')) return { path: setting };
  const [host = '', port] = setting.split(':');
  return { host, port: Number(port) };
}
