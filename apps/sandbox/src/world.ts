import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { clamdIsInstalled } from './clamd/engine.ts';

/** Stands in the subject of every sandbox certificate; the product refuses it in production. */
export const sandboxOrganisation = 'Sandbox Jena – nicht für den Betrieb';

/** The processes of the sandbox and their distance from the base port. */
export const portOffsets = {
  register: 1,
  registerControl: 2,
  fitConnect: 3,
  eidClient: 7,
  eidServer: 8,
  push: 9,
  smtp: 10,
  mailUi: 11,
  staffOidc: 12,
  bundid: 13,
  eidControl: 14,
  muk: 15,
  clamd: 19,
} as const;

/** An identity provider (SAML 2.0), and the product's own pair there. */
const samlProviderSchema = z.object({
  entityId: z.string(),
  loginUrl: z.string(),
  /** For tests: answers as a browser would carry them back. */
  headlessUrl: z.string(),
  cert: z.string(),
  own: z.object({ key: z.string(), cert: z.string() }),
});

/** Systems that take cases over in the sandbox, by the names that the content has for them. */
export const fitConnectDestinations = {
  entsorgung: '4d8e4a0c-5b1c-4b0e-9f0b-2f6f6c1f7a01',
  gewerberegister: '4d8e4a0c-5b1c-4b0e-9f0b-2f6f6c1f7a02',
} as const;

/** What `sandbox.json` says: where the outside world is, and which files prove who is who. Paths are absolute. */
export const sandboxSchema = z.object({
  dir: z.string(),
  /** The sandbox's own authority (PEM file). */
  ca: z.string(),
  eid: z.object({
    /** SOAP endpoint of the eID server, https with client certificates. */
    endpoint: z.string(),
    serverAddress: z.string(),
    /** Start address of the eID client: append `?tcTokenURL=…`. */
    clientUrl: z.string(),
    headlessUrl: z.string(),
    /** For tests: limits, rights and misbehaviour of the eID server. */
    settingsUrl: z.string(),
    tls: z.object({ key: z.string(), cert: z.string() }),
    signing: z.object({ key: z.string(), cert: z.string() }),
    serverSigningCert: z.string(),
  }),
  bundid: samlProviderSchema,
  /** „Mein Unternehmenskonto“. */
  muk: samlProviderSchema,
  /** The civil register: XML over https with client certificates. */
  register: z.object({
    endpoint: z.string(),
    /** For tests: down, and spoilt answers. */
    settingsUrl: z.string(),
    askedUrl: z.string(),
    tls: z.object({ key: z.string(), cert: z.string() }),
  }),
  /** FIT-Connect: delivery service and destinations in one process. */
  fitConnect: z.object({
    tokenUrl: z.string(),
    submissionApi: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
    destinations: z.record(z.string(), z.string()),
    /** For tests: down, spoilt keys, and what arrived. */
    controlUrl: z.string(),
  }),
  push: z.object({ url: z.string(), host: z.string() }),
  mail: z.object({ host: z.string(), port: z.number(), url: z.string() }),
  /** clamd's address; left out where it is not installed. */
  scanner: z.object({ host: z.string(), port: z.number() }).optional(),
  staff: z.object({ issuer: z.string(), clientId: z.string(), clientSecret: z.string() }),
});
export type Sandbox = z.infer<typeof sandboxSchema>;

const environment = z.object({
  SANDBOX_DIR: z.string().default('.data/sandbox'),
  SANDBOX_PORT_BASE: z.coerce.number().int().min(1024).max(65_000).default(24_720),
});

/** Directory and base port of this run. */
export function settings(): { dir: string; portBase: number } {
  const env = environment.parse(process.env);
  return { dir: env.SANDBOX_DIR, portBase: env.SANDBOX_PORT_BASE };
}

export function portOf(name: keyof typeof portOffsets): number {
  return settings().portBase + portOffsets[name];
}

/** Reads one file of the sandbox's PKI, e.g. `pki('eid-server-tls.key.pem')`. */
export function pki(name: string): string {
  return readFileSync(join(settings().dir, name), 'utf8');
}

/** Everything others must know, for one directory and base port. */
export function describeSandbox(dir: string, portBase: number): Sandbox {
  const at = (name: keyof typeof portOffsets): number => portBase + portOffsets[name];
  const file = (name: string): string => join(dir, name);
  return {
    dir,
    ca: file('ca.crt.pem'),
    eid: {
      endpoint: `https://localhost:${at('eidServer')}/eid`,
      serverAddress: `https://localhost:${at('eidServer')}/paos`,
      clientUrl: `http://127.0.0.1:${at('eidClient')}/eID-Client`,
      headlessUrl: `http://127.0.0.1:${at('eidClient')}/headless`,
      settingsUrl: `http://127.0.0.1:${at('eidControl')}/settings`,
      tls: { key: file('bff-tls.key.pem'), cert: file('bff-tls.crt.pem') },
      signing: { key: file('bff-signing.key.pem'), cert: file('bff-signing.crt.pem') },
      serverSigningCert: file('eid-server-signing.crt.pem'),
    },
    bundid: {
      entityId: 'https://sandbox.bundid.example/idp',
      loginUrl: `http://127.0.0.1:${at('bundid')}/idp/profile/SAML2/POST/SSO`,
      headlessUrl: `http://127.0.0.1:${at('bundid')}/headless`,
      cert: file('bundid-signing.crt.pem'),
      own: { key: file('bff-saml.key.pem'), cert: file('bff-saml.crt.pem') },
    },
    muk: {
      entityId: 'https://sandbox.unternehmenskonto.example/ekona',
      loginUrl: `http://127.0.0.1:${at('muk')}/ekona/sso`,
      headlessUrl: `http://127.0.0.1:${at('muk')}/headless`,
      cert: file('muk-signing.crt.pem'),
      own: { key: file('bff-muk.key.pem'), cert: file('bff-muk.crt.pem') },
    },
    register: {
      endpoint: `https://localhost:${at('register')}/personensuche`,
      settingsUrl: `http://127.0.0.1:${at('registerControl')}/settings`,
      askedUrl: `http://127.0.0.1:${at('registerControl')}/asked`,
      tls: { key: file('bff-tls.key.pem'), cert: file('bff-tls.crt.pem') },
    },
    fitConnect: {
      tokenUrl: `http://127.0.0.1:${at('fitConnect')}/token`,
      submissionApi: `http://127.0.0.1:${at('fitConnect')}/submission-api`,
      clientId: 'jena-portal',
      clientSecret: 'nur-fuer-die-sandbox',
      destinations: fitConnectDestinations,
      controlUrl: `http://127.0.0.1:${at('fitConnect')}/sandbox`,
    },
    push: { url: `https://localhost:${at('push')}`, host: `localhost:${at('push')}` },
    mail: { host: '127.0.0.1', port: at('smtp'), url: `http://127.0.0.1:${at('mailUi')}` },
    ...(clamdIsInstalled() ? { scanner: { host: '127.0.0.1', port: at('clamd') } } : {}),
    staff: {
      issuer: `http://127.0.0.1:${at('staffOidc')}`,
      clientId: 'jena-portal',
      clientSecret: 'nur-fuer-die-sandbox',
    },
  };
}
