import { randomBytes } from 'node:crypto';
import { type Sandbox, startSandbox } from '@jena/sandbox/start';
import { parseConfig } from '../../platform/config.ts';
import { sandboxEndpoints } from '../sandbox-endpoints.ts';
import { createBundId } from './adapter.ts';
import { type SamlAsk, type SamlConfig, SamlError, type SamlForm } from './port.ts';
import { bundIdConfig } from './settings.ts';

export const clock = { now: () => new Date() };
export const newRequestId = () => `_${randomBytes(16).toString('hex')}`;

export type BundIdAnswer = {
  samlResponse: string;
  id: string;
  answerUrl: string;
  serviceProvider: string;
  least: string;
  ways: string[];
  asked: string[];
};
export type Person = { person?: string; way?: string; outcome?: string; misbehave?: string };

/** Lets a person do their part at the sandbox's BundID, for a form that a browser would post there. */
export async function atBundId(
  sandbox: Sandbox,
  { fields }: Pick<SamlForm, 'fields'>,
  { person = 'lena', way = 'eID', ...more }: Person = {},
): Promise<BundIdAnswer> {
  const answer = await fetch(sandbox.bundid.headlessUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ samlRequest: fields['SAMLRequest'], person, way, ...more }),
  });
  if (!answer.ok) throw new Error(`BundID refuses the request: ${answer.status}`);
  return (await answer.json()) as BundIdAnswer;
}

export type SamlWorld = Awaited<ReturnType<typeof openSamlWorld>>;

/** The adapter, wired to a sandbox of its own, with hands for the person's side. */
export async function openSamlWorld() {
  const sandbox = await startSandbox();
  const { dir } = sandbox.endpoints;
  const config = bundIdConfig(
    parseConfig({ NODE_ENV: 'test', SANDBOX_DIR: dir, PUBLIC_ORIGIN: 'http://localhost:3999' }),
    sandboxEndpoints(dir),
  ) as SamlConfig;
  const bundId = createBundId(config, { clock });

  async function answer(person: Person, ask: Partial<SamlAsk> = {}) {
    const form = bundId.begin({ requestId: newRequestId(), purpose: 'login', level: 'normal', ...ask });
    return atBundId(sandbox.endpoints, form, person);
  }
  /** Why an answer is refused, or who it is. */
  async function read(person: Person, ask: Partial<SamlAsk> = {}) {
    const { samlResponse } = await answer(person, ask);
    try {
      return bundId.read(samlResponse);
    } catch (error) {
      if (error instanceof SamlError) return error;
      throw error;
    }
  }
  return { sandbox, config, bundId, answer, read, stop: () => sandbox.stop() };
}
