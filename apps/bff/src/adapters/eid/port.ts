import type { CardData } from '@jena/shared/account';
import type { Instant, LevelOfAssurance } from '@jena/shared/kernel';

/** What can be read from, or checked against, the card; order and names of BSI TR-03130-1 `UseOperations`. */
export const eidAttributes = [
  'DocumentType',
  'IssuingState',
  'DateOfExpiry',
  'GivenNames',
  'FamilyNames',
  'ArtisticName',
  'AcademicTitle',
  'DateOfBirth',
  'PlaceOfBirth',
  'Nationality',
  'BirthName',
  'PlaceOfResidence',
  'CommunityID',
  'ResidencePermitI',
  'RestrictedID',
  'AgeVerification',
  'PlaceVerification',
] as const;
export type EidAttribute = (typeof eidAttributes)[number];

/** What may hold the electronic identity (`EIDTypeRequest`): a card, or a phone's secure element or key store (Smart-eID). */
export const eidMediums = ['CardCertified', 'SECertified', 'SEEndorsed', 'HWKeyStore'] as const;
export type EidMedium = (typeof eidMediums)[number];

/** `REQUIRED`: no login without it. `ALLOWED`: the person may untick it. What is not named stays closed. */
export type EidOperations = Partial<Record<EidAttribute, 'REQUIRED' | 'ALLOWED'>>;

/** A pre-shared key for the channel between eID client and eID server; `key` is hex. */
export type Psk = { readonly id: string; readonly key: string };

export type UseIdRequest = {
  operations: EidOperations;
  /** Shown to the person in their ID app, e.g. „Anmeldung im Bürgerkonto der Stadt Jena“. */
  transactionInfo: string;
  levelOfAssurance: LevelOfAssurance;
  /** What may hold the identity; the rest is denied. When left out, the eID server decides. */
  mediums?: readonly EidMedium[];
  /** Checked on the card, answered by yes or no, without reading the birth date. Needs `AgeVerification`. */
  age?: number;
  /** Prefix of the official municipality key as the card holds it, digits. Needs `PlaceVerification`. */
  communityId?: string;
  /** When left out, the eID server makes one. */
  psk?: Psk;
};

export type UseIdResult = {
  readonly sessionId: string;
  readonly psk: Psk;
  /** Where the eID client reaches the eID server: `ServerAddress` of the TcToken. */
  readonly serverAddress: string;
};

export type EidResult = {
  readonly pending: false;
  readonly card: CardData;
  /** What the card holds and the product keeps nowhere: read only when an act asks for it. */
  readonly more: {
    readonly issuingState: string | null;
    readonly artisticName: string | null;
    readonly communityId: string | null;
    readonly residencePermit: string | null;
  };
  /** Pseudonym of this card for this service, hex lower case; changes with a new card. Null when it was not asked for. */
  readonly restrictedId: string | null;
  /** The pseudonym of the sector before, only while a sector changes. */
  readonly restrictedIdBefore: string | null;
  readonly fulfilsAge: boolean | null;
  readonly fulfilsPlace: boolean | null;
  /** What the person or the card withheld: `PROHIBITED` = unticked or no right, `NOTONCHIP` = the card does not hold it. */
  readonly operations: Partial<Record<EidAttribute, 'ALLOWED' | 'PROHIBITED' | 'NOTONCHIP'>>;
  readonly levelOfAssurance: LevelOfAssurance | null;
  /** What held the identity, when the server says so. */
  readonly medium: EidMedium | null;
};

export type EidPending = { readonly pending: true };

export type EidServerInfo = {
  readonly version: string;
  /** Rights of the terminal certificate: what may be asked for must be a part of it. */
  readonly rights: readonly EidAttribute[];
};

/** The eID server as BSI TR-03130-1 describes it. All calls throw `EidError` and nothing else. */
export type EidPort = {
  /** Opens a session; once for each login. */
  useId(request: UseIdRequest): Promise<UseIdResult>;
  /** `counter` starts at 1 and rises by one with each call of a session. Every answer but `pending` ends the session. */
  getResult(sessionId: string, counter: number): Promise<EidResult | EidPending>;
  serverInfo(): Promise<EidServerInfo>;
  /** False where no eID server is configured: every call then says `unreachable`. */
  readonly isConfigured: boolean;
  /** Until when the configured certificates are valid: after the first of these days nobody logs in. */
  readonly certificates: readonly EidCertificate[];
};

export type EidCertificate = {
  readonly use: 'tls' | 'tls_authority' | 'signing' | 'server_signing';
  readonly endsAt: Instant;
};

export type EidConfig = {
  /** SOAP endpoint of the eID interface, https. */
  endpoint: string;
  /** Used as `ServerAddress` when useID names none. */
  serverAddress: string;
  /** PEM. The client certificate with which we call, and the authorities of the server's certificate. */
  tls: { key: string; cert: string; ca: string };
  /** PEM. What our messages are signed with. */
  signing: { key: string; cert: string };
  /** PEM. The one certificate that signs the server's answers (pinned; KeyInfo is never trusted). */
  serverSigningCert: string;
  timeoutMs: number;
  /** In production, certificates of the sandbox are refused. */
  production: boolean;
};
