import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url));

const flag = z
  .enum(['on', 'off'])
  .default('off')
  .transform((value) => value === 'on');

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address that people type, without a path, e.g. `https://service.jena.de`. */
  PUBLIC_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  /** Everything that must survive: database, files, keys. */
  DATA_DIR: z.string().min(1).default(resolve(projectRoot, '.data')),
  /** For what needs a real file for a moment, in the clear; a memory file system is best. Emptied at the start. */
  SCRATCH_DIR: z.string().min(1).optional(),
  /** `postgres://…`; without it the product keeps its own SQLite file in DATA_DIR. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  WEB_DIST: z.string().min(1).default(resolve(projectRoot, 'apps/web/dist')),
  /** The catalogue as files (services, forms, offices, guides); without it, the one the product was built with. */
  CONTENT_DIR: z.string().min(1).optional(),
  /** Root keys, `<id>:<base64>` with commas between; else they lie in ROOT_KEY_FILE. */
  ROOT_KEYS: z.string().optional(),
  ROOT_KEY_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  METRICS: flag,
  /** Who may read /metrics; without it only this machine. */
  METRICS_TOKEN: z.string().min(20).optional(),
  /** Where traces go (OTLP over HTTP), e.g. `http://collector:4318/v1/traces`. */
  OTLP_ENDPOINT: z.url().optional(),
  /** Where to tell of a fault, e.g. `mailto:…`; shown in /.well-known/security.txt. */
  SECURITY_CONTACT: z.url({ protocol: /^(mailto|https|tel)$/ }).optional(),
  /** How many reverse proxies stand in front and append to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Where the sandbox wrote `sandbox.json`; never in production. */
  SANDBOX_DIR: z.string().min(1).optional(),
});

/** What the product was told, checked once at the start. */
export type Config = {
  mode: 'development' | 'test' | 'production';
  host: string;
  port: number;
  publicOrigin: string;
  /** True when people reach the product by https: then HSTS, and upgrades of links. */
  https: boolean;
  dataDir: string;
  databaseUrl: string | undefined;
  sqliteFile: string;
  filesDir: string;
  scratchDir: string;
  rootKeys: { value: string | undefined; file: string };
  /** Which keys were destroyed; kept with the root key, apart from backups. */
  erasuresFile: string;
  webDist: string;
  contentDir: string | undefined;
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  metrics: { enabled: boolean; token: string | undefined };
  otlpEndpoint: string | undefined;
  securityContact: string | undefined;
  trustedProxies: number;
  sandboxDir: string | undefined;
  /** All settings, for adapters that parse their own. */
  env: Readonly<Record<string, string | undefined>>;
};

/**
 * Reads the configuration from environment variables.
 * @throws an error that names every wrong setting, but never its value
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`);
    throw new Error(`these settings are wrong: ${[...new Set(wrong)].join(', ')}`);
  }
  const settings = parsed.data;
  const publicOrigin = new URL(settings.PUBLIC_ORIGIN ?? `http://localhost:${settings.PORT}`).origin;
  const dataDir = resolve(settings.DATA_DIR);
  if (settings.NODE_ENV === 'production' && settings.SANDBOX_DIR !== undefined) {
    throw new Error('the sandbox has no place in production: unset SANDBOX_DIR');
  }
  return {
    mode: settings.NODE_ENV,
    host: settings.HOST,
    port: settings.PORT,
    publicOrigin,
    https: publicOrigin.startsWith('https:'),
    dataDir,
    databaseUrl: settings.DATABASE_URL,
    sqliteFile: resolve(dataDir, 'jena.sqlite'),
    filesDir: resolve(dataDir, 'files'),
    scratchDir: resolve(settings.SCRATCH_DIR ?? resolve(dataDir, 'scratch')),
    erasuresFile: resolve(dataDir, 'keys/erased.txt'),
    rootKeys: {
      value: settings.ROOT_KEYS,
      file: resolve(settings.ROOT_KEY_FILE ?? resolve(dataDir, 'keys/root.key')),
    },
    webDist: resolve(settings.WEB_DIST),
    contentDir: settings.CONTENT_DIR === undefined ? undefined : resolve(settings.CONTENT_DIR),
    logLevel: settings.LOG_LEVEL,
    metrics: { enabled: settings.METRICS, token: settings.METRICS_TOKEN },
    otlpEndpoint: settings.OTLP_ENDPOINT,
    securityContact: settings.SECURITY_CONTACT,
    trustedProxies: settings.TRUSTED_PROXIES,
    sandboxDir: settings.SANDBOX_DIR === undefined ? undefined : resolve(settings.SANDBOX_DIR),
    env: given,
  };
}
