import type { CaseId, IdempotencyKey } from '@jena/shared/kernel';
import type { StoredFile } from './drafts.ts';
import type { StoredDraft } from './hidden.ts';
import type {
  Entry,
  EvidenceAnswer,
  FileProgress,
  Journey,
  Letter,
  OutboxState,
  VaultAddition,
} from './outbox.machine.ts';
import type { Secret } from './phone-keys.ts';

type Given = Pick<Entry, 'id' | 'idempotencyKey' | 'owner' | 'language' | 'createdAt'>;

/** A fresh entry for a draft; every file that is not in the vault still has to travel. */
export function newEntry(draft: StoredDraft, given: Given): Entry {
  return { ...atTheStart(given, draft.id, draft.files), kind: 'submission', draft };
}

/** A fresh entry for papers that a caseworker asked for. */
export function newEvidenceEntry(
  evidence: EvidenceAnswer,
  files: readonly StoredFile[],
  given: Given,
): Entry {
  const journey = atTheStart(given, evidence.evidenceRequestId, { [evidence.field]: files });
  return { ...journey, kind: 'evidence', evidence };
}

/** A fresh entry for a document that stays with the person. */
export function newVaultEntry(
  { name, details, file }: Omit<VaultAddition, 'documentId'> & { file: StoredFile },
  given: Given,
): Entry {
  const { documentId } = file;
  const journey = atTheStart(given, documentId, { document: [file] });
  return { ...journey, kind: 'vault', vault: { documentId, name, details } };
}

function atTheStart(
  given: Given,
  draftId: string,
  stored: Readonly<Record<string, readonly StoredFile[]>>,
): Journey {
  const files = Object.entries(stored).flatMap(([field, ofField]) =>
    ofField.map(({ documentId, name, bytes, inVault }): FileProgress => {
      const file = { documentId, field, name, total: bytes, url: null };
      // Whether it is still in the vault, the check finds out.
      return inVault ? { ...file, sent: bytes, stage: 'sent' } : { ...file, sent: 0, stage: 'waiting' };
    }),
  );
  const state: OutboxState = { kind: 'waiting_for_network', reason: 'offline' };
  return { ...given, draftId, files, state, attempts: 0, retryAt: null, outcomeUnknown: false };
}

/** By this a second tap finds the first: each message once, and one objection at a time for a case. */
const letterPlace = (use: Letter['use'], caseId: CaseId, key: IdempotencyKey) =>
  use === 'objection' ? `objection|${caseId}` : key;

/**
 * A fresh entry for what a person wrote in a case.
 * @param outcomeUnknown it was sent already and no answer came
 */
export function newLetterEntry(letter: Letter, secret: Secret, outcomeUnknown: boolean, given: Given): Entry {
  const place = letterPlace(letter.use, letter.caseId, given.idempotencyKey);
  return { ...atTheStart(given, place, {}), outcomeUnknown, kind: 'letter', letter, secret };
}
