import { z } from 'zod';
import {
  accountId,
  idempotencyKey,
  instantSchema,
  levelsOfAssurance,
  sessionId,
  staffId,
  staffRoles,
} from '../kernel/index.ts';

export const levelOfAssuranceSchema = z.enum(levelsOfAssurance);

/** Who is asking. Answers for the citizen door; the staff door has its own. */
export const meSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({
    kind: z.literal('citizen'),
    accountId,
    sessionId,
    name: z.string(),
    levelOfAssurance: levelOfAssuranceSchema,
    /** When the session ends without further activity, and in any case. */
    idleEndsAt: instantSchema,
    endsAt: instantSchema,
  }),
]);
export type Me = z.infer<typeof meSchema>;

export const staffMeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({
    kind: z.literal('staff'),
    staffId,
    name: z.string(),
    officeId: z.string(),
    roles: z.array(z.enum(staffRoles)),
  }),
]);
export type StaffMe = z.infer<typeof staffMeSchema>;

/** A path inside the product to which a login returns; anything else is refused (ASVS 3.7.2). */
export const returnPathSchema = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[\w\-./?=&%]*$/);

export const startEidInput = z.object({ idempotencyKey, returnTo: returnPathSchema });
/** Links to the eID client on this device: TR-03124-1 §2.2.1. */
export const startEidOutput = z.object({ desktopUrl: z.url(), mobileUrl: z.url(), expiresAt: instantSchema });

/** How the eID server does, for operators. */
export const eidHealthSchema = z.object({
  state: z.enum(['ok', 'rights_missing', 'unreachable', 'not_understood', 'not_configured']),
  version: z.string().nullable(),
  /** What the product asks for and the terminal certificate does not allow. */
  missing: z.array(z.string()),
  /** Why it was not understood: a code of the eID interface. */
  reason: z.string().nullable(),
  checkedAt: instantSchema,
  certificates: z.array(
    z.object({
      use: z.enum(['tls', 'tls_authority', 'signing', 'server_signing']),
      endsAt: instantSchema,
    }),
  ),
});
export type EidHealth = z.infer<typeof eidHealthSchema>;

export const logoutInput = z.object({ idempotencyKey });
