import type { CardData } from '@jena/shared/account';
import type { LevelOfAssurance } from '@jena/shared/kernel';
import type { FirmFacts } from '@jena/shared/mandates';

/** What a person goes to an identity provider for. Names are asked only of who begins an account. */
export type SamlPurpose = 'login' | 'registration' | 'link';

export type SamlAsk = {
  /** Names this request; the answer brings it back. A valid XML id of our own, e.g. `_` and 32 hex digits. */
  requestId: string;
  purpose: SamlPurpose;
  /** How surely the provider must know the person, at least. */
  level: LevelOfAssurance;
};

/** A form that the browser posts to the provider (SAML 2.0 HTTP-POST binding). */
export type SamlForm = { action: string; fields: Record<string, string> };

export type ProvenIdentity = {
  /** What the provider calls this person, towards us alone. */
  subject: string;
  level: LevelOfAssurance;
  /** Who the person is, as far as that was asked and is known. */
  person: CardData;
  /** For whom they act, where the provider knows businesses. */
  firm?: ProvenFirm;
};

/** A business as a provider knows it. */
export type ProvenFirm = {
  /** What the provider calls it, towards us alone; stays when its people change. */
  id: string;
  facts: FirmFacts;
};

export type SamlAnswer = {
  /** The request that is answered; the caller knows whether it was ours, and still is open. */
  requestId: string;
  assertionId: string;
  /** After this the assertion proves nothing any more. */
  validUntil: Date;
  identity: ProvenIdentity;
};

/** An identity provider that is asked and answers through the person's browser. */
export type IdentityProvider = {
  isConfigured: boolean;
  begin(ask: SamlAsk): SamlForm;
  /** Judges what was posted back: base64 of a Response. @throws SamlError */
  read(posted: string): SamlAnswer;
  /** Who we are and which certificate is ours, for the provider's operators. */
  metadata(): string;
};

/**
 * `untrusted`: not proven to be an answer of the provider to us, now. `cancelled`, `level_too_low`, `refused`: the
 * provider's own no. `no_subject`: it knows the person, but gives us nothing to know them again by. `no_firm`: it knows a
 * person where a business was asked for.
 */
export type SamlErrorReason =
  | 'untrusted'
  | 'cancelled'
  | 'level_too_low'
  | 'refused'
  | 'no_subject'
  | 'no_firm';

/** The message names the cause for the log and holds no personal data; `requestId` is there when the provider signed it. */
export class SamlError extends Error {
  readonly reason: SamlErrorReason;
  readonly detail: string;
  readonly requestId: string | undefined;
  constructor(reason: SamlErrorReason, detail = '', requestId?: string) {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'SamlError';
    this.reason = reason;
    this.detail = detail;
    this.requestId = requestId;
  }
}

/** Who asks whom. Keys and certificates are PEM. */
export type SamlConfig = {
  /** The provider's entity id, and where its login is posted to. */
  idp: { entityId: string; loginUrl: string; certs: readonly string[] };
  sp: {
    entityId: string;
    /** Where answers are posted to (AssertionConsumerService). */
    answerUrl: string;
    /** Where the provider leads who turns back. */
    backUrl: string;
    /** One pair signs requests and opens assertions, as a registration takes one certificate. */
    key: string;
    cert: string;
    /** What people read at the provider. */
    displayName: string;
    onlineServiceId?: string | undefined;
  };
  production: boolean;
};
