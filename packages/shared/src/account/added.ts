import { z } from 'zod';
import { idempotencyKey, instantSchema, languageSchema } from '../kernel/index.ts';
import { accessNeeds, isEmail, isPhone, removableKinds } from './added.model.ts';

const emailAddress = z.string().trim().refine(isEmail);
const phoneNumber = z.string().trim().refine(isPhone);

export const addedSchema = z.object({
  /** The confirmed address: the only one that we write to. */
  email: z.object({ address: z.string(), confirmedAt: instantSchema }).nullable(),
  /** `refused`: the mail server says that nobody has it. */
  newEmail: z.object({ address: z.string(), codeEndsAt: instantSchema, refused: z.boolean() }).nullable(),
  phone: z.object({ number: z.string() }).nullable(),
  access: z.object({ needs: z.array(z.enum(accessNeeds)), agreedAt: instantSchema }).nullable(),
  /** False where the city has no mail server: then no address can be confirmed. */
  canMail: z.boolean(),
});
export type Added = z.infer<typeof addedSchema>;

/** What an office sees of it in an open case. */
export const contactSchema = z.object({
  email: z.string().nullable(),
  phone: z.string().nullable(),
  needs: z.array(z.enum(accessNeeds)),
  language: languageSchema,
});
export type Contact = z.infer<typeof contactSchema>;

export const setEmailInput = z.object({ idempotencyKey, address: emailAddress });
export const confirmEmailInput = z.object({ idempotencyKey, code: z.string().trim().max(20) });
export const confirmedSchema = z.object({ result: z.enum(['confirmed', 'wrong', 'expired']) });
export const sendCodeInput = z.object({ idempotencyKey });
export const setPhoneInput = z.object({ idempotencyKey, number: phoneNumber });
export const removeContactInput = z.object({ idempotencyKey, kind: z.enum(['email', 'phone']) });
/** `agreed`: the person ticked that we may keep these wishes and show them to the office of an open case. */
export const setAccessInput = z.object({
  idempotencyKey,
  needs: z.array(z.enum(accessNeeds)).min(1).max(accessNeeds.length),
  agreed: z.literal(true),
});
export const removeAccessInput = z.object({ idempotencyKey });
export const takeBackInput = z.object({ idempotencyKey, kind: z.enum(removableKinds) });
export const takenBackSchema = z.object({ back: z.boolean() });
