import { type SamlProviderName, samlProviders } from '@jena/shared/identity';
import type { Config } from '../../platform/config.ts';
import type { SandboxEndpoints } from '../sandbox-endpoints.ts';
import { createSamlProvider, noSamlProvider } from './adapter.ts';
import { bundIdProfile } from './bundid.ts';
import { mukProfile } from './muk.ts';
import type { IdentityProvider } from './port.ts';
import type { SamlProfile } from './profile.ts';
import { samlConfig } from './settings.ts';

export const samlProfiles: Readonly<Record<SamlProviderName, SamlProfile>> = {
  bundid: bundIdProfile,
  muk: mukProfile,
};

export type SamlProviders = Readonly<Record<SamlProviderName, IdentityProvider>>;

/** Each identity provider as it is configured, or its place left empty. */
export function createSamlProviders(
  config: Pick<Config, 'env' | 'mode' | 'publicOrigin'>,
  sandbox: SandboxEndpoints | undefined,
  { clock }: { clock: { now(): Date } },
): SamlProviders {
  const providers = samlProviders.map((name) => {
    const settings = samlConfig(name, config, sandbox);
    return [
      name,
      settings ? createSamlProvider(samlProfiles[name], settings, { clock }) : noSamlProvider,
    ] as const;
  });
  return Object.fromEntries(providers) as Record<SamlProviderName, IdentityProvider>;
}
