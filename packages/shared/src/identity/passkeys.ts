import { z } from 'zod';
import { idempotencyKey, idSchema, instantSchema } from '../kernel/index.ts';

export const passkeyId = idSchema<'passkey'>();
export type PasskeyId = z.infer<typeof passkeyId>;

/** What a person calls a passkey, e.g. „Mein Telefon“. */
export const passkeyName = z.string().trim().min(1).max(60);

/** One way in without the card, for „Anmeldung und Geräte“. */
export const passkeySchema = z.object({
  id: passkeyId,
  name: z.string(),
  createdAt: instantSchema,
  usedAt: instantSchema.nullable(),
});
export type Passkey = z.infer<typeof passkeySchema>;
export const passkeysSchema = z.object({ passkeys: z.array(passkeySchema) });
export const removePasskeyInput = z.object({ idempotencyKey, passkeyId });

const bytes = z.string().max(20_000);
const credential = { id: z.string().max(1400), rawId: z.string().max(1400), type: z.literal('public-key') };

/** What `navigator.credentials.create` gives, as JSON (WebAuthn Level 3 §5.1, RegistrationResponseJSON). */
export const addPasskeyInput = z.object({
  name: passkeyName,
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: z.array(z.string().max(40)).max(10).default([]),
    }),
  }),
});
export type AddPasskey = z.infer<typeof addPasskeyInput>;

/** What `navigator.credentials.get` gives, as JSON (AuthenticationResponseJSON). */
export const passkeyLoginInput = z.object({
  response: z.object({
    ...credential,
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes,
      /** Discoverable passkeys always say whose they are. */
      userHandle: z.string().max(100),
    }),
  }),
});
export type PasskeyLogin = z.infer<typeof passkeyLoginInput>;
