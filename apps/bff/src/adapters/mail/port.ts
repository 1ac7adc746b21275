export type Mail = {
  readonly to: string;
  readonly subject: string;
  /** Plain text; German letters welcome. No personal data beyond what the recipient already knows. */
  readonly text: string;
};

export type MailPort = {
  /** False where no mail server is named: then nothing is offered by e-mail. */
  readonly isConfigured: boolean;
  /** Resolves when the mail server has taken the message. Throws `MailError`. */
  send(mail: Mail): Promise<void>;
  close(): void;
};

/** `refused`: this mail will never go out. `unreachable`: try again later. */
export class MailError extends Error {
  readonly reason: 'refused' | 'unreachable';
  constructor(reason: 'refused' | 'unreachable', detail = '') {
    super(detail === '' ? reason : `${reason}: ${detail}`);
    this.name = 'MailError';
    this.reason = reason;
  }
}

export type MailConfig = {
  host: string;
  port: number;
  /** The sender, e.g. `Stadt Jena <nicht-antworten@jena.de>`. */
  from: string;
  user?: string;
  password?: string;
  timeoutMs: number;
  /** In production the connection must be encrypted (STARTTLS or TLS). */
  production: boolean;
};
