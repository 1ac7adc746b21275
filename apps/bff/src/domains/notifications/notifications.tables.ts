import type { AccountId, CaseId, DocumentId, Id, Language, MessageId, SessionId } from '@jena/shared/kernel';
import { readyLanguages } from '@jena/shared/kernel';
import {
  type MailTopic,
  messageTypes,
  type Pace,
  paces,
  type QuietHours,
  type Topic,
} from '@jena/shared/notifications';
import type { Kit } from '../../platform/db/kit.ts';

export type SubscriptionId = Id<'pushSubscription'>;

/** The inbox, and the devices that are told. Messages are codes; their words are copy, so nothing here names a person. */
export const notificationTables = (k: Kit) => {
  const notificationMessages = k.table(
    'notifications_message',
    {
      id: k.id<MessageId>('id'),
      accountId: k.text<AccountId>('account_id').notNull(),
      /** One event makes one entry, however often it is told. */
      dedupeKey: k.text('dedupe_key').notNull(),
      type: k.choice('type', messageTypes).notNull(),
      at: k.instant('at').notNull(),
      readAt: k.instant('read_at'),
      starredAt: k.instant('starred_at'),
      archivedAt: k.instant('archived_at'),
      caseId: k.text<CaseId>('case_id'),
      caseReference: k.text('case_reference'),
      serviceSlug: k.text('service_slug'),
      documentId: k.text<DocumentId>('document_id'),
    },
    (t) => [
      k.uniqueIndex('notifications_message_dedupe').on(t.accountId, t.dedupeKey),
      k.index('notifications_message_account').on(t.accountId, t.at, t.id),
    ],
  );

  /** A browser that wants pushes. It may stand without an account: Hanfried greets before any login. */
  const notificationSubscriptions = k.table(
    'notifications_subscription',
    {
      id: k.id<SubscriptionId>('id'),
      endpointHash: k.text('endpoint_hash').notNull(),
      endpoint: k.text('endpoint').notNull(),
      p256dh: k.text('p256dh').notNull(),
      auth: k.text('auth').notNull(),
      accountId: k.text<AccountId>('account_id'),
      /** The login that last said whose device this is: when the person ends it, the device goes quiet. */
      sessionId: k.text<SessionId>('session_id'),
      language: k.choice('language', readyLanguages).notNull().$type<Language>(),
      topics: k.json<Topic[]>('topics').notNull(),
      createdAt: k.instant('created_at').notNull(),
      lastGreetedDay: k.day('last_greeted_day'),
      /** Since when no push got through; null while all is well. */
      failingSince: k.instant('failing_since'),
    },
    (t) => [
      k.uniqueIndex('notifications_subscription_endpoint').on(t.endpointHash),
      k.index('notifications_subscription_account').on(t.accountId, t.createdAt),
    ],
  );

  /** How a person wishes to be told; without a row the usual holds. */
  const notificationTellings = k.table('notifications_telling', {
    accountId: k.id<AccountId>('account_id'),
    mail: k.json<MailTopic[]>('mail').notNull(),
    /** Null: at any hour. */
    quiet: k.json<QuietHours>('quiet'),
    pace: k.choice('pace', paces).notNull().$type<Pace>(),
  });

  return { notificationMessages, notificationSubscriptions, notificationTellings };
};

export type NotificationTables = ReturnType<typeof notificationTables>;
