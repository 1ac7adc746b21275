import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import { EidError } from './errors.ts';
import type { EidConfig, EidPort } from './port.ts';

/** Files are PEM. All of them or none: without an eID server people cannot log in, and are told so. */
const environment = z.object({
  EID_ENDPOINT: z.url({ protocol: /^https$/ }),
  EID_SERVER_ADDRESS: z.url(),
  EID_TLS_KEY_FILE: z.string(),
  EID_TLS_CERT_FILE: z.string(),
  EID_TLS_CA_FILE: z.string(),
  EID_SIGNING_KEY_FILE: z.string(),
  EID_SIGNING_CERT_FILE: z.string(),
  EID_SERVER_SIGNING_CERT_FILE: z.string(),
});

/** Where AusweisApp listens on a person's own device: on computers its local port, on phones a link of the system (TR-03124-1 §2.2.1). */
export const ausweisApp = {
  desktop: 'http://127.0.0.1:24727/eID-Client',
  mobile: 'eid://127.0.0.1:24727/eID-Client',
} as const;

const pem = (file: string) => readFileSync(file, 'utf8');

/** The eID adapter's configuration: the sandbox's in development, the city's from the environment; undefined when there is none. */
export function eidConfig(
  config: Pick<Config, 'env' | 'mode'>,
  sandbox?: SandboxEndpoints,
): EidConfig | undefined {
  const common = { timeoutMs: 10_000, production: config.mode === 'production' };
  if (sandbox) {
    const { endpoint, serverAddress, tls, signing, serverSigningCert } = sandbox.eid;
    return {
      ...common,
      endpoint,
      serverAddress,
      tls: { key: pem(tls.key), cert: pem(tls.cert), ca: pem(sandbox.ca) },
      signing: { key: pem(signing.key), cert: pem(signing.cert) },
      serverSigningCert: pem(serverSigningCert),
    };
  }
  if (config.env['EID_ENDPOINT'] === undefined) return undefined;
  const env = environment.parse(config.env);
  return {
    ...common,
    endpoint: env.EID_ENDPOINT,
    serverAddress: env.EID_SERVER_ADDRESS,
    tls: { key: pem(env.EID_TLS_KEY_FILE), cert: pem(env.EID_TLS_CERT_FILE), ca: pem(env.EID_TLS_CA_FILE) },
    signing: { key: pem(env.EID_SIGNING_KEY_FILE), cert: pem(env.EID_SIGNING_CERT_FILE) },
    serverSigningCert: pem(env.EID_SERVER_SIGNING_CERT_FILE),
  };
}

const unreachable = async (): Promise<never> => {
  throw new EidError('unreachable', 'no eID server is configured');
};

/** Stands where no eID server is configured: every login is told that the service does not answer. */
export const noEid: EidPort = {
  isConfigured: false,
  certificates: [],
  useId: unreachable,
  getResult: unreachable,
  serverInfo: unreachable,
};
