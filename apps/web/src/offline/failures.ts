import { levelTooLow } from '@jena/shared/identity';
import { DomainError } from '@jena/shared/kernel';
import { storageFull, storageUnavailable } from './errors.ts';
import type { Failure } from './outbox.machine.ts';

/** What a tRPC client error carries, as far as we read it. */
type WithData = {
  data?: { httpStatus?: unknown; appCode?: unknown } | null;
  meta?: { response?: { status?: unknown } } | null;
};

/** Answers that say „not now“: timeout, too early, too many, and an upload that another request still holds. */
const passing = new Set([408, 423, 425, 429]);

/** What an HTTP answer means for the outbox. No status means that no answer came. */
export function failureOfStatus(status: number | undefined, code: string | undefined): Failure {
  if (status === undefined || status === 0) return { kind: 'offline' };
  if (status === 401) return { kind: 'not_logged_in' };
  if (code === levelTooLow.code) return { kind: 'level_too_low' };
  if (status >= 500 || passing.has(status)) return { kind: 'server' };
  return { kind: 'rejected', code: code ?? 'platform.unexpected' };
}

/** What a failed call means for the outbox. Anything unknown is tried again: nothing is lost by that, the key stays the same. */
export function failureOf(error: unknown): Failure {
  if (error instanceof DomainError) {
    const storage = error.code === storageUnavailable.code || error.code === storageFull.code;
    return storage ? { kind: 'server' } : { kind: 'rejected', code: error.code };
  }
  if (typeof error !== 'object' || error === null) return { kind: 'offline' };
  const { data, meta } = error as WithData;
  const status = data?.httpStatus ?? meta?.response?.status;
  const code = data?.appCode;
  return failureOfStatus(
    typeof status === 'number' ? status : undefined,
    typeof code === 'string' ? code : undefined,
  );
}

const codePattern = /\b([a-z]+\.[a-z_]+)\b/;

/** The stable code in the body of a refused upload, as JSON (`{"code": "vault.too_large"}`) or as plain text. */
export function codeInBody(body: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(body);
    if (
      typeof parsed === 'object' &&
      parsed !== null &&
      'code' in parsed &&
      typeof parsed.code === 'string'
    ) {
      return parsed.code;
    }
  } catch {
    // Plain text, as tus servers answer.
  }
  return codePattern.exec(body.slice(0, 300))?.[1];
}
