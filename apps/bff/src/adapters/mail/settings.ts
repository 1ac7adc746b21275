import { z } from 'zod';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import { type MailConfig, MailError, type MailPort } from './port.ts';

const environment = z.object({
  MAIL_HOST: z.string().min(1).optional(),
  MAIL_PORT: z.coerce.number().int().min(1).max(65_535).default(587),
  MAIL_USER: z.string().optional(),
  MAIL_PASSWORD: z.string().optional(),
  MAIL_FROM: z.string().min(3).default('Stadt Jena <nicht-antworten@jena.example>'),
});

/** The mail server's settings; undefined where none is named and there is no sandbox. */
export function mailConfig(
  config: Pick<Config, 'env' | 'mode'>,
  sandbox?: SandboxEndpoints,
): MailConfig | undefined {
  const env = environment.parse(config.env);
  const common = { from: env.MAIL_FROM, timeoutMs: 10_000, production: config.mode === 'production' };
  if (env.MAIL_HOST !== undefined) {
    const { MAIL_USER: user, MAIL_PASSWORD: password } = env;
    return {
      ...common,
      host: env.MAIL_HOST,
      port: env.MAIL_PORT,
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
    };
  }
  return sandbox && { ...common, ...sandbox.mail };
}

/** Stands where no mail server is named: nothing is offered by e-mail then, and what was planned waits. */
export const noMail: MailPort = {
  isConfigured: false,
  send: async () => {
    throw new MailError('unreachable', 'no mail server is named');
  },
  close: () => undefined,
};
