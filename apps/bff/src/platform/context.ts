import type { AccountId, Actor, Language, newId } from '@jena/shared/kernel';
import type { Clock } from './clock.ts';
import type { Store, Writer } from './db/store.ts';
import type { Log } from './log.ts';

/** What every procedure may use. Domains get further ports through their router factory. */
export type PlatformDeps = {
  store: Store;
  clock: Clock;
  log: Log;
  newId: typeof newId;
};

/** What is known about the request, besides who asks. */
export type RequestMeta = {
  requestId: string;
  language: Language;
  /** The client's address as the trusted proxy gives it; for limits only, never stored. */
  address: string;
  userAgent: string;
  headers: Headers;
  /** Headers of the answer; a router sets cookies here. */
  responseHeaders: Headers;
};

/** What each call starts with. */
export type Context = PlatformDeps & {
  actor: Actor;
  request: RequestMeta;
};

/** Lets a call name the person whose data it touches; the audit event carries it. */
export type AuditNote = { concerns(subject: AccountId): void };

/** What the ladder adds for mutations: the one transaction of the call. */
export type InTransaction = { tx: Writer };
