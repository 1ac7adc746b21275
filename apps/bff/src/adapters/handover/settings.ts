import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import { type FitConnectConfig, HandoverError, type HandoverPort } from './port.ts';

const environment = z.object({
  FIT_CONNECT_TOKEN_URL: z.url(),
  FIT_CONNECT_SUBMISSION_API: z.url(),
  FIT_CONNECT_CLIENT_ID: z.string().min(1),
  FIT_CONNECT_CLIENT_SECRET: z.string().min(1),
  /** `name=uuid`, with commas between. */
  FIT_CONNECT_DESTINATIONS: z
    .string()
    .transform((list) =>
      Object.fromEntries(list.split(',').map((pair) => pair.trim().split('=') as [string, string])),
    ),
});

/** FIT-Connect's settings; undefined where none are named and there is no sandbox. */
export function fitConnectConfig(
  config: Pick<Config, 'env' | 'mode'>,
  sandbox?: SandboxEndpoints,
): FitConnectConfig | undefined {
  const common = { timeoutMs: 15_000, production: config.mode === 'production' };
  if (sandbox) return { ...common, ...sandbox.fitConnect };
  if (config.env['FIT_CONNECT_TOKEN_URL'] === undefined) return undefined;
  const env = environment.parse(config.env);
  return {
    ...common,
    tokenUrl: env.FIT_CONNECT_TOKEN_URL,
    submissionApi: env.FIT_CONNECT_SUBMISSION_API,
    clientId: env.FIT_CONNECT_CLIENT_ID,
    clientSecret: env.FIT_CONNECT_CLIENT_SECRET,
    destinations: env.FIT_CONNECT_DESTINATIONS,
  };
}

const unreachable = async (): Promise<never> => {
  throw new HandoverError('unreachable', 'no delivery service is named');
};

/** Stands where no delivery service is named: nothing is handed over, every case is worked on here. */
export const noHandover: HandoverPort = {
  isConfigured: false,
  knows: () => false,
  announce: unreachable,
  seal: unreachable,
  send: unreachable,
  events: unreachable,
};
