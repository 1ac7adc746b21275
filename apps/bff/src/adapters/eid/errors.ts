import { eidDenied, eidExpired, eidFailed, eidUnavailable } from '@jena/shared/identity';
import type { DomainError } from '@jena/shared/kernel';

/** The eID server's own words (ResultMinor, TR-03130-1 §4) and what can go wrong on the way to it. */
export type EidErrorReason =
  | 'common#internalError'
  | 'common#schemaViolation'
  | 'useID#invalidPSK'
  | 'useID#tooManyOpenSessions'
  | 'useID#missingArgument'
  | 'useID#missingTerminalRights'
  | 'getResult#noResultYet'
  | 'getResult#invalidSession'
  | 'getResult#invalidCounter'
  | 'getResult#deniedDocument'
  | 'getResult#invalidDocument'
  | 'unreachable'
  | 'untrusted_answer'
  | 'unknown_answer';

/** A failed call of the eID interface. The message names the cause for the log and holds no personal data. */
export class EidError extends Error {
  readonly reason: EidErrorReason;
  constructor(reason: EidErrorReason, detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'EidError';
    this.reason = reason;
  }
}

/** The sentence a person gets for a failed call. */
export function eidDomainError(error: EidError): DomainError {
  switch (error.reason) {
    case 'getResult#deniedDocument':
    case 'getResult#invalidDocument':
      return eidDenied();
    case 'getResult#invalidSession':
    case 'getResult#noResultYet':
      return eidExpired();
    case 'useID#tooManyOpenSessions':
    case 'unreachable':
      return eidUnavailable();
    case 'common#internalError':
    case 'common#schemaViolation':
    case 'useID#invalidPSK':
    case 'useID#missingArgument':
    case 'useID#missingTerminalRights':
    case 'getResult#invalidCounter':
    case 'untrusted_answer':
    case 'unknown_answer':
      return eidFailed();
  }
}
