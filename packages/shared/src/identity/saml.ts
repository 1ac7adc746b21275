import { z } from 'zod';
import { idempotencyKey, instantSchema, levelsOfAssurance } from '../kernel/index.ts';
import { returnPathSchema } from './schema.ts';

/** Who is asked by SAML: BundID for people, „Mein Unternehmenskonto“ (`muk`) for businesses and who acts for them. */
export const samlProviders = ['bundid', 'muk'] as const;
export type SamlProviderName = (typeof samlProviders)[number];

/** Who vouches for a person: the card itself, or a provider. */
export const identityProviders = ['eid', ...samlProviders] as const;
export type IdentityProviderName = (typeof identityProviders)[number];

/**
 * What a person goes to a provider for. `login`: in, where they are known. `registration`: begin an account with it.
 * `link`: add it to the account in which they are logged in by card.
 */
export const samlPurposes = ['login', 'registration', 'link'] as const;

/** Form of `POST /saml/<provider>/start`; a page of ours posts it as it stands. */
export const startSamlInput = z.object({
  purpose: z.enum(samlPurposes).default('login'),
  returnTo: returnPathSchema,
  level: z.enum(levelsOfAssurance).default('normal'),
});

/** The ways in that are offered beside the card. */
export const doorsSchema = z.object({ bundId: z.boolean(), muk: z.boolean() });

/** The ways into an account that others vouch for, for „Anmeldung und Geräte“. */
export const linkedLoginsSchema = z.object({
  /** False where the city has no BundID: then none can be linked. */
  bundIdOffered: z.boolean(),
  logins: z.array(z.object({ provider: z.enum(identityProviders), since: instantSchema })),
});
export type LinkedLogins = z.infer<typeof linkedLoginsSchema>;
export const unlinkBundIdInput = z.object({ idempotencyKey });
