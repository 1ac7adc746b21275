import { randomBytes } from 'node:crypto';
import { type Sandbox, startSandbox } from '@jena/sandbox/start';
import type { SamlProviderName } from '@jena/shared/identity';
import { parseConfig } from '../../platform/config.ts';
import { sandboxEndpoints } from '../sandbox-endpoints.ts';
import { createSamlProvider } from './adapter.ts';
import { type SamlAsk, type SamlConfig, SamlError, type SamlForm } from './port.ts';
import { samlProfiles } from './providers.ts';
import { samlConfig } from './settings.ts';

export const clock = { now: () => new Date() };
export const newRequestId = () => `_${randomBytes(16).toString('hex')}`;

export type ProviderAnswer = {
  samlResponse: string;
  id: string;
  answerUrl: string;
  serviceProvider: string;
  /** What BundID reads of a request beside. */
  least?: string;
  ways?: string[];
  asked?: string[];
};
/** Who comes and how: a person by a way at BundID, a business's certificate at the Unternehmenskonto. */
export type Person = {
  person?: string;
  way?: string;
  certificate?: string;
  outcome?: string;
  misbehave?: string;
};

/** Who comes when a test does not say. */
const somebody: Readonly<Record<SamlProviderName, Person>> = {
  bundid: { person: 'lena', way: 'eID' },
  muk: { certificate: 'roesterei/nora' },
};

/** Lets a person do their part at a provider of the sandbox, for a form that a browser would post there. */
export async function atProvider(
  sandbox: Sandbox,
  provider: SamlProviderName,
  { fields }: Pick<SamlForm, 'fields'>,
  person: Person = {},
): Promise<ProviderAnswer> {
  const answer = await fetch(sandbox[provider].headlessUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ samlRequest: fields['SAMLRequest'], ...somebody[provider], ...person }),
  });
  if (!answer.ok) throw new Error(`${provider} refuses the request: ${answer.status}`);
  return (await answer.json()) as ProviderAnswer;
}

/** The adapter of one provider, with hands for the person's side. */
function openProvider(sandbox: Sandbox, name: SamlProviderName) {
  const config = samlConfig(
    name,
    parseConfig({ NODE_ENV: 'test', SANDBOX_DIR: sandbox.dir, PUBLIC_ORIGIN: 'http://localhost:3999' }),
    sandboxEndpoints(sandbox.dir),
  ) as SamlConfig;
  const create = (changed: Partial<SamlConfig> = {}, at = clock) =>
    createSamlProvider(samlProfiles[name], { ...config, ...changed }, { clock: at });
  const provider = create();

  async function answer(person: Person = {}, ask: Partial<SamlAsk> = {}) {
    const form = provider.begin({ requestId: newRequestId(), purpose: 'login', level: 'normal', ...ask });
    return atProvider(sandbox, name, form, person);
  }
  /** Why an answer is refused, or who it is. */
  async function read(person: Person = {}, ask: Partial<SamlAsk> = {}) {
    const { samlResponse } = await answer(person, ask);
    try {
      return provider.read(samlResponse);
    } catch (error) {
      if (error instanceof SamlError) return error;
      throw error;
    }
  }
  return { name, config, create, provider, answer, read };
}

export type SamlWorld = Awaited<ReturnType<typeof openSamlWorld>>;

/** Each provider's adapter, wired to a sandbox of its own. */
export async function openSamlWorld() {
  const sandbox = await startSandbox();
  const { endpoints } = sandbox;
  return {
    sandbox,
    bundid: openProvider(endpoints, 'bundid'),
    muk: openProvider(endpoints, 'muk'),
    stop: () => sandbox.stop(),
  };
}
