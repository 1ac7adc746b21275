import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import { type RegisterConfig, RegisterError, type RegisterPort } from './port.ts';

const environment = z.object({
  REGISTER_ENDPOINT: z.url({ protocol: /^https$/ }),
  REGISTER_TLS_KEY_FILE: z.string(),
  REGISTER_TLS_CERT_FILE: z.string(),
  REGISTER_TLS_CA_FILE: z.string(),
});

const pem = (file: string) => readFileSync(file, 'utf8');

/** The civil register's settings; undefined where none is named and there is no sandbox. */
export function registerConfig(
  config: Pick<Config, 'env' | 'mode'>,
  sandbox?: SandboxEndpoints,
): RegisterConfig | undefined {
  const common = { timeoutMs: 5_000, production: config.mode === 'production' };
  if (sandbox) {
    const { endpoint, tls } = sandbox.register;
    return { ...common, endpoint, tls: { key: pem(tls.key), cert: pem(tls.cert), ca: pem(sandbox.ca) } };
  }
  if (config.env['REGISTER_ENDPOINT'] === undefined) return undefined;
  const env = environment.parse(config.env);
  return {
    ...common,
    endpoint: env.REGISTER_ENDPOINT,
    tls: {
      key: pem(env.REGISTER_TLS_KEY_FILE),
      cert: pem(env.REGISTER_TLS_CERT_FILE),
      ca: pem(env.REGISTER_TLS_CA_FILE),
    },
  };
}

/** Stands where no register is named: whatever needs it goes to a person. */
export const noRegister: RegisterPort = {
  isConfigured: false,
  find: async () => {
    throw new RegisterError('unreachable', 'no register is named');
  },
};
