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
import { askSchema } from '../platform/index.ts';
import { eidPurposes, typedCode } from './model.ts';
import { browsers, loginMethods, systems } from './sessions.ts';

export const levelOfAssuranceSchema = z.enum(levelsOfAssurance);

/** When a session ends without further activity, and in any case; `at` is the server's own time, as clocks differ. */
const sessionTimes = { at: instantSchema, idleEndsAt: instantSchema, endsAt: instantSchema };

/** Who is asking. Answers for the citizen door; the staff door has its own. */
export const meSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('anonymous'),
    /** The session of this browser was ended from another device: nothing personal may stay here. */
    ended: z.literal(true).optional(),
  }),
  z.object({
    kind: z.literal('citizen'),
    accountId,
    sessionId,
    name: z.string(),
    levelOfAssurance: levelOfAssuranceSchema,
    method: z.enum(loginMethods),
    ...sessionTimes,
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
    ...sessionTimes,
  }),
]);
export type StaffMe = z.infer<typeof staffMeSchema>;

/** A path inside the product to which a login returns; anything else is refused (ASVS 3.7.2). */
export const returnPathSchema = z
  .string()
  .max(300)
  .regex(/^\/(?![/\\])[\w\-./?=&%]*$/);

/** What can be asked of a card as yes or no, without reading the data behind it. */
export const eidQuestionsSchema = z.object({
  /** Does the person live in Jena? */
  residence: z.literal(true).optional(),
  /** Is the person at least this old? */
  age: z.int().min(6).max(99).optional(),
});
export type EidQuestions = z.infer<typeof eidQuestionsSchema>;

/** Body of `POST /eid/start`. `questions` belong to a verification alone, which has at least one. */
export const startEidInput = z
  .object({
    purpose: z.enum(eidPurposes).default('login'),
    returnTo: returnPathSchema,
    questions: eidQuestionsSchema.default({}),
  })
  .refine(({ purpose, questions }) => (purpose === 'verification') === Object.keys(questions).length > 0, {
    path: ['questions'],
  });
/** Body of `POST /eid/code`. */
export const eidCodeInput = z.object({
  code: z
    .string()
    .max(20)
    .transform((text, context) => {
      const code = typedCode(text);
      if (code !== undefined) return code;
      context.addIssue({ code: 'custom', message: 'no code' });
      return z.NEVER;
    }),
});
/**
 * Body of `POST /eid/join`, after a new card of somebody alike: it belongs to the account in which the person is logged
 * in now, or an account of their own begins.
 */
export const joinInput = z.object({ choice: z.enum(['join', 'begin']) });
/** A path of ours, where the person goes on. */
export const eidCodeOutput = z.object({ to: z.string() });
/** Links to the eID client on this device: TR-03124-1 §2.2.1. */
export const startEidOutput = z.object({ desktopUrl: z.url(), mobileUrl: z.url(), expiresAt: instantSchema });
export type StartEidOutput = z.infer<typeof startEidOutput>;

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

/** One device that is logged in, for „Anmeldung und Geräte“. */
export const sessionSchema = z.object({
  id: sessionId,
  /** The one that asks. */
  current: z.boolean(),
  method: z.enum(loginMethods),
  browser: z.enum(browsers),
  system: z.enum(systems),
  startedAt: instantSchema,
  seenAt: instantSchema,
});
export type Session = z.infer<typeof sessionSchema>;
export const sessionsSchema = z.object({ sessions: z.array(sessionSchema) });
export const endSessionInput = z.object({ idempotencyKey, sessionId });

/** A member of staff who is logged in, as operators see them. */
export const staffSessionSchema = z.object({
  staffId,
  name: z.string(),
  officeId: z.string(),
  sessions: z.number().int(),
  seenAt: instantSchema,
});
export type StaffSession = z.infer<typeof staffSessionSchema>;

/** Who is logged in: staff by name, citizens as a number. */
export const openSessionsSchema = z.object({
  citizens: z.number().int(),
  staff: z.array(staffSessionSchema),
  asks: z.array(askSchema),
});
export type OpenSessions = z.infer<typeof openSessionsSchema>;

export const endStaffSessionsInput = z.object({ idempotencyKey, staffId });
