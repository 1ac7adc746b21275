/** A file that goes along; read when it is sealed, never kept in the clear. */
export type HandoverFile = {
  /** UUID, the same at each try. */
  attachmentId: string;
  filename: string;
  mediaType: string;
  read(): Promise<Buffer>;
};

export type Handover = {
  destination: string;
  /** The service's key, e.g. `99115003000000`, and its name. */
  service: { identifier: string; name: string };
  schemaUri: string;
  data: unknown;
  files: readonly HandoverFile[];
};

/** What the delivery service calls a submission that was announced. */
export type Announced = { submissionId: string; caseId: string };

/** The last part of each sealed text: it proves in the event log that these very bytes arrived. */
export type AuthenticationTags = { metadata: string; data: string; attachments: Record<string, string> };

/** Sealed for the destination; nobody between can read it. */
export type SealedHandover = {
  metadata: string;
  data: string;
  attachments: Record<string, string>;
  tags: AuthenticationTags;
};

/** What happened to a submission, from tokens whose signatures were checked. `problems`: codes of a refusal. */
export type HandoverEvent = {
  type: 'created' | 'submitted' | 'notified' | 'forwarded' | 'accepted' | 'rejected' | 'deleted' | 'other';
  at: string;
  tags: AuthenticationTags | null;
  problems: string[];
};

/** Other systems that take cases over. */
export type HandoverPort = {
  readonly isConfigured: boolean;
  knows(destination: string): boolean;
  announce(handover: Pick<Handover, 'destination' | 'service' | 'files'>): Promise<Announced>;
  /** Seals for the destination's own key, which is checked first. */
  seal(handover: Handover): Promise<SealedHandover>;
  send(announced: Announced, sealed: SealedHandover): Promise<void>;
  /** Only events of this submission. */
  events(destination: string, announced: Announced): Promise<HandoverEvent[]>;
};

/** `unreachable`: try again later. `refused`: no further try can help. `untrusted`: a key or token cannot be believed. */
export class HandoverError extends Error {
  readonly reason: 'unreachable' | 'refused' | 'untrusted';
  constructor(reason: HandoverError['reason'], detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'HandoverError';
    this.reason = reason;
  }
}

export type FitConnectConfig = {
  tokenUrl: string;
  submissionApi: string;
  clientId: string;
  clientSecret: string;
  /** Destination's name in the product → its id at FIT-Connect. */
  destinations: Readonly<Record<string, string>>;
  timeoutMs: number;
  /** Then every address must be https. */
  production: boolean;
};
