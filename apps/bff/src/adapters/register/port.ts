/** Whom the register is asked about. */
export type PersonQuery = { familyName: string; givenNames: string; birthDate: string };

export type RegisteredHome = {
  street: string;
  houseNumber: string;
  postcode: string;
  town: string;
  isMain: boolean;
};

/**
 * What the civil register says. `needs_person`: several people fit, or a block on information (§ 51 BMG) forbids the
 * answer; which of the two never leaves the adapter.
 */
export type RegisterAnswer =
  | { status: 'not_found' }
  | { status: 'needs_person' }
  | { status: 'found'; hasMovedAway: boolean; homes: RegisteredHome[] };

export type RegisterPort = {
  readonly isConfigured: boolean;
  /** @throws RegisterError */
  find(query: PersonQuery): Promise<RegisterAnswer>;
};

/** `unreachable`: no answer now, try later. `untrusted_answer`: what came back cannot be believed. */
export class RegisterError extends Error {
  readonly reason: 'unreachable' | 'untrusted_answer';
  constructor(reason: RegisterError['reason'], detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'RegisterError';
    this.reason = reason;
  }
}

export type RegisterConfig = {
  endpoint: string;
  /** PEM texts. */
  tls: { key: string; cert: string; ca: string };
  timeoutMs: number;
  production: boolean;
};
