import { z } from 'zod';
import { daySchema, idempotencyKey, idSchema, instantSchema } from '../kernel/index.ts';
import { askId, askSchema } from '../platform/index.ts';

export const recoveryId = idSchema<'recovery'>();
export type RecoveryId = z.infer<typeof recoveryId>;

const name = z.string().trim().min(1).max(120);

/** What stands on the identity document that lies on the counter. Each of two colleagues types it from there. */
export const documentPersonSchema = z.object({
  givenNames: name,
  familyName: name,
  birthDate: daySchema,
  birthPlace: name,
});
export type DocumentPerson = z.infer<typeof documentPersonSchema>;

export const askRecoveryInput = documentPersonSchema.extend({ idempotencyKey });
export const confirmRecoveryInput = documentPersonSchema.extend({ idempotencyKey, askId });
export const confirmedRecoverySchema = z.object({ recoveryId });

/** What waits for a second colleague of one's own office. Whose access it is, each reads from the document alone. */
export const recoveryAsksSchema = z.object({ asks: z.array(askSchema) });

/** The code to be printed, for who agreed and for minutes only. */
export const recoveryCodeInput = z.object({ recoveryId });
export const recoveryCodeSchema = z.object({ code: z.string(), endsAt: instantSchema });

/** Body of `POST /recovery`: the code from the letter, and what only its person should know besides. */
export const redeemInput = z.object({ code: z.string().max(40), birthDate: daySchema });

/** Ways into the account from before it was given back; null when it was not, or when they are gone. */
export const oldWaysSchema = z
  .object({
    since: instantSchema,
    cards: z.number().int(),
    passkeys: z.number().int(),
    bundId: z.boolean(),
    /** Only then may the old ones be removed: nobody locks themselves out. */
    hasNew: z.boolean(),
  })
  .nullable();
export type OldWays = z.infer<typeof oldWaysSchema>;
