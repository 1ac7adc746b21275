/** Ids are opaque, unguessable (128 bit, base32 lower case, 26 characters) and branded, so that one kind cannot stand for another. */
export type Id<Kind extends string> = string & { readonly __id: Kind };

export const idPattern = /^[a-z2-7]{26}$/;

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Encodes 16 random bytes as an id. The caller brings the randomness, so that tests can be repeatable. */
export function idFromBytes<Kind extends string>(bytes: Uint8Array): Id<Kind> {
  if (bytes.length !== 16) throw new RangeError('an id is made of 16 bytes');
  let bits = 0;
  let value = 0;
  let out = '';
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += alphabet[(value >>> bits) & 31];
    }
    value &= (1 << bits) - 1;
  }
  return (out + alphabet[(value << (5 - bits)) & 31]) as Id<Kind>;
}

/** A new id from the platform's random source; works in browsers and in Node. */
export function newId<Kind extends string>(): Id<Kind> {
  return idFromBytes<Kind>(crypto.getRandomValues(new Uint8Array(16)));
}

export type AccountId = Id<'account'>;
export type CaseId = Id<'case'>;
export type DocumentId = Id<'document'>;
export type FolderId = Id<'folder'>;
export type SessionId = Id<'session'>;
export type StaffId = Id<'staff'>;
export type MessageId = Id<'message'>;
export type ExportId = Id<'export'>;
export type EvidenceRequestId = Id<'evidenceRequest'>;
export type CaseMessageId = Id<'caseMessage'>;
export type DecisionId = Id<'decision'>;
export type MandateId = Id<'mandate'>;
export type DraftId = Id<'draft'>;
export type CoSignId = Id<'coSign'>;
export type ProposalId = Id<'proposal'>;
/** Made by the client once per intended change; replaying it is harmless. */
export type IdempotencyKey = Id<'idempotency'>;
