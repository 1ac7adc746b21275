import {
  eidBusy,
  eidCardKind,
  eidDenied,
  eidExpired,
  eidFailed,
  eidUnavailable,
} from '@jena/shared/identity';
import type { DomainError } from '@jena/shared/kernel';

/** The eID server's own words: every ResultMinor of TR-03130-1 §4. */
export const eidMinors = [
  'common#internalError',
  'common#schemaViolation',
  'useID#invalidPSK',
  'useID#tooManyOpenSessions',
  'useID#missingArgument',
  'useID#missingTerminalRights',
  'getResult#noResultYet',
  'getResult#invalidSession',
  'getResult#invalidCounter',
  'getResult#deniedDocument',
  'getResult#invalidDocument',
] as const;
export type EidMinor = (typeof eidMinors)[number];

/** Besides its words, what can go wrong on the way to the server. */
export type EidErrorReason = EidMinor | 'unreachable' | 'untrusted_answer' | 'unknown_answer';

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
    case 'getResult#invalidDocument':
      return eidDenied();
    case 'getResult#deniedDocument':
      return eidCardKind();
    case 'getResult#invalidSession':
      return eidExpired();
    case 'useID#tooManyOpenSessions':
      return eidBusy();
    case 'unreachable':
      return eidUnavailable();
    case 'common#internalError':
    case 'common#schemaViolation':
    case 'useID#invalidPSK':
    case 'useID#missingArgument':
    case 'useID#missingTerminalRights':
    case 'getResult#noResultYet':
    case 'getResult#invalidCounter':
    case 'untrusted_answer':
    case 'unknown_answer':
      return eidFailed();
  }
}

/** What people cannot mend by trying again: our settings, our rights or our code, or somebody in between. */
const alarming: ReadonlySet<EidErrorReason> = new Set<EidErrorReason>([
  'common#schemaViolation',
  'useID#invalidPSK',
  'useID#missingArgument',
  'useID#missingTerminalRights',
  'getResult#invalidCounter',
  'untrusted_answer',
  'unknown_answer',
]);

/** True when operators should hear of it at once. */
export function isAlarming(reason: EidErrorReason): boolean {
  return alarming.has(reason);
}
