import type { AccountId, Instant, StaffId } from '@jena/shared/kernel';
import type { Kit } from './kit.ts';

export type JobId = string & { readonly __id: 'job' };
export type AskId = string & { readonly __id: 'ask' };
export type KeyId = string & { readonly __id: 'key' };
export const jobStates = ['waiting', 'running', 'done', 'dead'] as const;
export const actorKinds = ['anonymous', 'citizen', 'staff', 'system'] as const;

/** Tables that no business domain owns. */
export const platformTables = (k: Kit) => {
  /** What happened, append-only. Timelines, histories and the access log read these rows. */
  const platformEvents = k.table(
    'platform_event',
    {
      sequence: k.sequence('sequence'),
      stream: k.text('stream').notNull(),
      type: k.text('type').notNull(),
      at: k.instant('at').notNull(),
      actorKind: k.choice('actor_kind', actorKinds).notNull(),
      actorId: k.text('actor_id'),
      officeId: k.text('office_id'),
      /** The person whose data the event concerns; feeds "who has seen my data". */
      subject: k.text('subject'),
      data: k.json<unknown>('data').notNull(),
    },
    (t) => [
      k.index('platform_event_stream').on(t.stream, t.sequence),
      k.index('platform_event_subject').on(t.subject, t.sequence),
    ],
  );

  /** Who of the administration dealt with a person's data: append-only, each row bound to the one before. */
  const platformAccess = k.table(
    'platform_access',
    {
      subject: k.text<AccountId>('subject').notNull(),
      /** 1, 2, 3 … for each person, without gaps. */
      number: k.int('number').notNull(),
      at: k.instant('at').notNull(),
      officeId: k.text('office_id').notNull(),
      act: k.text('act').notNull(),
      caseReference: k.text('case_reference'),
      previous: k.text('previous').notNull(),
      hash: k.text('hash').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.subject, t.number] })],
  );

  /** Where each person's access log ends: shows when its end was cut off, and makes two writers wait for each other. */
  const platformAccessHeads = k.table('platform_access_head', {
    subject: k.id<AccountId>('subject'),
    number: k.int('number').notNull(),
    hash: k.text('hash').notNull(),
  });

  /** The transactional outbox: planned in the transaction that causes it, run after its commit. */
  const platformJobs = k.table(
    'platform_job',
    {
      id: k.id<JobId>('id'),
      kind: k.text('kind').notNull(),
      key: k.text('key'),
      payload: k.json<unknown>('payload').notNull(),
      state: k.choice('state', jobStates).notNull(),
      runAt: k.instant('run_at').notNull(),
      attempts: k.int('attempts').notNull(),
      /** While running: when another runner may take it over. */
      lockedUntil: k.instant('locked_until'),
      lastError: k.text('last_error'),
      plannedAt: k.instant('planned_at').notNull(),
      finishedAt: k.instant('finished_at'),
    },
    (t) => [
      k.uniqueIndex('platform_job_key').on(t.kind, t.key),
      k.index('platform_job_due').on(t.state, t.runAt),
    ],
  );

  /** Answers already given to a client's idempotency key. */
  const platformReplies = k.table(
    'platform_reply',
    {
      actor: k.text('actor').notNull(),
      key: k.text('key').notNull(),
      path: k.text('path').notNull(),
      inputHash: k.text('input_hash').notNull(),
      reply: k.json<{ data?: unknown }>('reply').notNull(),
      at: k.instant('at').notNull().$type<Instant>(),
    },
    (t) => [k.primaryKey({ columns: [t.actor, t.key] }), k.index('platform_reply_at').on(t.at)],
  );

  /** Owners' keys, wrapped by a root key. An erased owner keeps a row without a key, so that none is made again. */
  const platformKeys = k.table(
    'platform_key',
    {
      id: k.id<KeyId>('id'),
      owner: k.text('owner').notNull(),
      wrapped: k.bytes('wrapped'),
      rootKeyId: k.text('root_key_id').notNull(),
      createdAt: k.instant('created_at').notNull(),
      destroyedAt: k.instant('destroyed_at'),
    },
    (t) => [k.uniqueIndex('platform_key_owner').on(t.owner)],
  );

  /** Acts that wait for a second person, and who settled those that do not wait any more. */
  const platformAsks = k.table(
    'platform_ask',
    {
      id: k.id<AskId>('id'),
      act: k.text('act').notNull(),
      reason: k.text('reason').notNull(),
      askedBy: k.text<StaffId>('asked_by').notNull(),
      askedByName: k.text('asked_by_name').notNull(),
      askedAt: k.instant('asked_at').notNull(),
      endsAt: k.instant('ends_at').notNull(),
      settledBy: k.text<StaffId>('settled_by'),
      settledAt: k.instant('settled_at'),
    },
    (t) => [k.index('platform_ask_act').on(t.act, t.endsAt)],
  );

  return {
    platformEvents,
    platformAccess,
    platformAccessHeads,
    platformJobs,
    platformReplies,
    platformKeys,
    platformAsks,
  };
};
