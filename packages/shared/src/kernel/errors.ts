import type { Domain } from '../domains.ts';

/** A stable error code, `<domain>.<what_happened>`; each has copy in every language. `platform` is for what no domain owns. */
export type ErrorCode = `${Domain | 'platform'}.${string}`;

export type ErrorKind =
  | 'bad_input'
  | 'not_logged_in'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'too_many'
  | 'unavailable';

/** An expected failure: it reaches the person as a clear sentence, never as a stack trace. `data` holds no personal data. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly data: Record<string, string | number | boolean>;
  constructor(code: ErrorCode, kind: ErrorKind, data: Record<string, string | number | boolean> = {}) {
    super(code);
    this.name = 'DomainError';
    this.code = code;
    this.kind = kind;
    this.data = data;
  }
}

/** A factory for one error of a domain's `errors.ts`: `export const caseNotFound = defineError('cases.not_found', 'not_found')`. */
export function defineError(code: ErrorCode, kind: ErrorKind) {
  const make = (data: Record<string, string | number | boolean> = {}): DomainError =>
    new DomainError(code, kind, data);
  return Object.assign(make, { code, kind });
}

/** Marks a place that no value reaches; the compiler proves it, and a broken promise fails loudly. */
export function assertNever(value: never): never {
  throw new Error(`impossible value: ${JSON.stringify(value)}`);
}
