import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import { type StaffLoginConfig, StaffLoginError, type StaffLoginPort } from './port.ts';

const environment = z.object({
  STAFF_ISSUER: z.url(),
  STAFF_CLIENT_ID: z.string().min(1),
  STAFF_CLIENT_SECRET: z.string().min(1),
});

/** Where the provider sends staff back to. */
const callbackPath = '/amt/anmeldung/rueckkehr';

/** The staff login's configuration; undefined when no provider is configured. */
export function staffLoginConfig(
  config: Pick<Config, 'env' | 'mode' | 'publicOrigin'>,
  sandbox?: SandboxEndpoints,
): StaffLoginConfig | undefined {
  const common = {
    redirectUri: `${config.publicOrigin}${callbackPath}`,
    timeoutMs: 10_000,
    production: config.mode === 'production',
  };
  if (sandbox) return { ...sandbox.staff, ...common };
  if (config.env['STAFF_ISSUER'] === undefined) return undefined;
  const env = environment.parse(config.env);
  return {
    issuer: env.STAFF_ISSUER,
    clientId: env.STAFF_CLIENT_ID,
    clientSecret: env.STAFF_CLIENT_SECRET,
    ...common,
  };
}

const unreachable = async (): Promise<never> => {
  throw new StaffLoginError('unreachable', 'no identity provider is configured');
};

/** Stands where no provider is configured: nobody of the staff can log in, and is told so. */
export const noStaffLogin: StaffLoginPort = { start: unreachable, finish: unreachable };
