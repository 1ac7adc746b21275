import { z } from 'zod';
import { type Id, idPattern } from './ids.ts';

/** A zod schema for one kind of id, e.g. `idSchema<'case'>()`. */
export function idSchema<Kind extends string>(): z.ZodType<Id<Kind>, string> {
  return z.string().regex(idPattern) as unknown as z.ZodType<Id<Kind>, string>;
}

export const accountId = idSchema<'account'>();
export const caseId = idSchema<'case'>();
export const documentId = idSchema<'document'>();
export const folderId = idSchema<'folder'>();
export const sessionId = idSchema<'session'>();
export const staffId = idSchema<'staff'>();
export const messageId = idSchema<'message'>();
export const exportId = idSchema<'export'>();
export const evidenceRequestId = idSchema<'evidenceRequest'>();
export const caseMessageId = idSchema<'caseMessage'>();
export const mandateId = idSchema<'mandate'>();
export const draftId = idSchema<'draft'>();
export const coSignId = idSchema<'coSign'>();
export const proposalId = idSchema<'proposal'>();
export const idempotencyKey = idSchema<'idempotency'>();
