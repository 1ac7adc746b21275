import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import { type IdentityProvider, type SamlConfig, SamlError } from './port.ts';

/** Files are PEM; the provider's may hold several certificates while it changes them. All of them or none. */
const environment = z.object({
  BUNDID_ENTITY_ID: z.string().min(1),
  BUNDID_LOGIN_URL: z.url({ protocol: /^https$/ }),
  BUNDID_CERT_FILE: z.string(),
  BUNDID_KEY_FILE: z.string(),
  BUNDID_OWN_CERT_FILE: z.string(),
  /** The service's number in the federal catalogue; BundID shows its name. */
  BUNDID_ONLINE_SERVICE_ID: z.string().min(1).optional(),
});

/** Where BundID's answers are posted to, and where it finds who we are. */
export const samlPaths = {
  metadata: '/saml/bundid/metadata',
  answer: '/saml/bundid/antwort',
  back: '/anmelden',
} as const;

const pem = (file: string) => readFileSync(file, 'utf8');
const certificates = (text: string) =>
  text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];

/** BundID's configuration: the sandbox's in development, the federal one from the environment; undefined when there is none. */
export function bundIdConfig(
  config: Pick<Config, 'env' | 'mode' | 'publicOrigin'>,
  sandbox?: SandboxEndpoints,
): SamlConfig | undefined {
  const url = (path: string) => new URL(path, config.publicOrigin).href;
  const us = {
    entityId: url(samlPaths.metadata),
    answerUrl: url(samlPaths.answer),
    backUrl: url(samlPaths.back),
    displayName: 'Stadt Jena',
  };
  const production = config.mode === 'production';
  if (sandbox) {
    const { entityId, loginUrl, cert, own } = sandbox.bundid;
    return {
      idp: { entityId, loginUrl, certs: certificates(pem(cert)) },
      sp: { ...us, key: pem(own.key), cert: pem(own.cert), onlineServiceId: undefined },
      production,
    };
  }
  if (config.env['BUNDID_ENTITY_ID'] === undefined) return undefined;
  const env = environment.parse(config.env);
  return {
    idp: {
      entityId: env.BUNDID_ENTITY_ID,
      loginUrl: env.BUNDID_LOGIN_URL,
      certs: certificates(pem(env.BUNDID_CERT_FILE)),
    },
    sp: {
      ...us,
      key: pem(env.BUNDID_KEY_FILE),
      cert: pem(env.BUNDID_OWN_CERT_FILE),
      onlineServiceId: env.BUNDID_ONLINE_SERVICE_ID,
    },
    production,
  };
}

const unconfigured = (): never => {
  throw new SamlError('refused', 'no BundID is configured');
};

/** Stands where BundID is not configured: the door is not there. */
export const noBundId: IdentityProvider = {
  isConfigured: false,
  begin: unconfigured,
  read: unconfigured,
  metadata: unconfigured,
};
