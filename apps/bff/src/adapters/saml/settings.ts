import { readFileSync } from 'node:fs';
import type { SamlProviderName } from '@jena/shared/identity';
import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import type { SamlConfig } from './port.ts';

/** Files are PEM; the provider's may hold several certificates while it changes them. All of them or none. */
const environment = z.object({
  ENTITY_ID: z.string().min(1),
  LOGIN_URL: z.url({ protocol: /^https$/ }),
  CERT_FILE: z.string(),
  KEY_FILE: z.string(),
  OWN_CERT_FILE: z.string(),
  /** The service's number in the federal catalogue; BundID shows its name. */
  ONLINE_SERVICE_ID: z.string().min(1).optional(),
});

/** What the variables of each provider begin with. */
const prefixes: Readonly<Record<SamlProviderName, string>> = { bundid: 'BUNDID_', muk: 'MUK_' };

/** Where a provider's answers are posted to, and where it finds who we are. */
export const samlPaths = (provider: SamlProviderName) => ({
  start: `/saml/${provider}/start`,
  metadata: `/saml/${provider}/metadata`,
  answer: `/saml/${provider}/antwort`,
  onward: `/saml/${provider}/weiter`,
});

const pem = (file: string) => readFileSync(file, 'utf8');
const certificates = (text: string) =>
  text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];

/** A provider's configuration: the sandbox's in development, the real one from the environment; undefined when there is none. */
export function samlConfig(
  provider: SamlProviderName,
  config: Pick<Config, 'env' | 'mode' | 'publicOrigin'>,
  sandbox?: SandboxEndpoints,
): SamlConfig | undefined {
  const url = (path: string) => new URL(path, config.publicOrigin).href;
  const paths = samlPaths(provider);
  const us = {
    entityId: url(paths.metadata),
    answerUrl: url(paths.answer),
    backUrl: url('/anmelden'),
    displayName: 'Stadt Jena',
  };
  const production = config.mode === 'production';
  if (sandbox) {
    const { entityId, loginUrl, cert, own } = sandbox[provider];
    return {
      idp: { entityId, loginUrl, certs: certificates(pem(cert)) },
      sp: { ...us, key: pem(own.key), cert: pem(own.cert) },
      production,
    };
  }
  const prefix = prefixes[provider];
  if (config.env[`${prefix}ENTITY_ID`] === undefined) return undefined;
  const env = environment.parse(ownOf(config.env, prefix));
  return {
    idp: { entityId: env.ENTITY_ID, loginUrl: env.LOGIN_URL, certs: certificates(pem(env.CERT_FILE)) },
    sp: {
      ...us,
      key: pem(env.KEY_FILE),
      cert: pem(env.OWN_CERT_FILE),
      onlineServiceId: env.ONLINE_SERVICE_ID,
    },
    production,
  };
}

/** The variables with a prefix, without it. */
function ownOf(env: Config['env'], prefix: string): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}
