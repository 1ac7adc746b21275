import type { AccountId, Day, Instant, Language, MessageId } from '@jena/shared/kernel';
import type { InboxBox, Telling, Topic } from '@jena/shared/notifications';
import { and, asc, count, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { insertRow, prepared } from '../../platform/db/prepared.ts';
import type { NotificationTables, SubscriptionId } from './notifications.tables.ts';

export type MessageRow = NotificationTables['notificationMessages']['$inferSelect'];
export type SubscriptionRow = NotificationTables['notificationSubscriptions']['$inferSelect'];
/** Where a page of the inbox ends: the last row's time and id. */
export type InboxCursor = { at: Instant; id: MessageId };

/** Reads and writes of the notifications domain. Each function takes the connection it works on. */
export function createNotificationsStore({
  notificationMessages: messages,
  notificationSubscriptions: subscriptions,
  notificationTellings: tellings,
}: NotificationTables) {
  const unread = prepared((db) =>
    db
      .select({ rows: count() })
      .from(messages)
      .where(and(eq(messages.accountId, sql.placeholder('accountId')), isNull(messages.readAt))),
  );

  const byId = prepared((db) =>
    db
      .select()
      .from(messages)
      .where(eq(messages.id, sql.placeholder('id'))),
  );

  const devicesOf = prepared((db) =>
    db
      .select()
      .from(subscriptions)
      .where(eq(subscriptions.accountId, sql.placeholder('accountId')))
      .orderBy(desc(subscriptions.createdAt), asc(subscriptions.id)),
  );

  return {
    /** What a person chose; undefined while the usual holds. */
    async telling(db: Reader, accountId: AccountId): Promise<Telling | undefined> {
      const { mail, quiet, pace } = tellings;
      const [row] = await db
        .select({ mail, quiet, pace })
        .from(tellings)
        .where(eq(tellings.accountId, accountId));
      return row;
    },

    async saveTelling(tx: Writer, accountId: AccountId, telling: Telling): Promise<void> {
      await tx
        .insert(tellings)
        .values({ accountId, ...telling })
        .onConflictDoUpdate({ target: tellings.accountId, set: telling });
    },

    async deleteTelling(tx: Writer, accountId: AccountId): Promise<void> {
      await tx.delete(tellings).where(eq(tellings.accountId, accountId));
    },

    /** True when a later message about the same case waits unread: it says all that this one would. */
    async isOutdone(db: Reader, { accountId, caseId, at }: MessageRow): Promise<boolean> {
      if (caseId === null) return false;
      const about = and(eq(messages.accountId, accountId), eq(messages.caseId, caseId));
      const [later] = await db
        .select({ id: messages.id })
        .from(messages)
        .where(and(about, gt(messages.at, at), isNull(messages.readAt)))
        .limit(1);
      return later !== undefined;
    },

    async deleteMessages(tx: Writer, accountId: AccountId): Promise<void> {
      await tx.delete(messages).where(eq(messages.accountId, accountId));
    },

    /** False when this event has its entry already. */
    async addMessage(
      tx: Writer,
      row: NotificationTables['notificationMessages']['$inferInsert'],
    ): Promise<boolean> {
      const added = await insertRow(tx, messages, row, { orKeep: true, returning: ['id'] });
      return added.length > 0;
    },

    async messageById(db: Reader, id: MessageId): Promise<MessageRow | undefined> {
      const [row] = await byId(db, { id });
      return row;
    },

    /** A person's messages in a box, newest first. */
    async inbox(
      db: Reader,
      accountId: AccountId,
      { box, after, limit }: { box: InboxBox | 'everywhere'; after: InboxCursor | null; limit: number },
    ): Promise<MessageRow[]> {
      const inBox = {
        inbox: isNull(messages.archivedAt),
        starred: isNotNull(messages.starredAt),
        archive: isNotNull(messages.archivedAt),
        everywhere: undefined,
      }[box];
      const beyond = after
        ? or(lt(messages.at, after.at), and(eq(messages.at, after.at), gt(messages.id, after.id)))
        : undefined;
      return db
        .select()
        .from(messages)
        .where(and(eq(messages.accountId, accountId), inBox, beyond))
        .orderBy(desc(messages.at), asc(messages.id))
        .limit(limit);
    },

    async countUnread(db: Reader, accountId: AccountId): Promise<number> {
      const [row] = await unread(db, { accountId });
      return row?.rows ?? 0;
    },

    /** How many of these messages are this person's. */
    async countOwn(db: Reader, accountId: AccountId, ids: readonly MessageId[]): Promise<number> {
      return db.$count(messages, and(eq(messages.accountId, accountId), inArray(messages.id, [...ids])));
    },

    /** Sets or clears one mark; the first time counts. */
    async mark(
      tx: Writer,
      ids: readonly MessageId[],
      mark: 'readAt' | 'starredAt' | 'archivedAt',
      at: Instant | null,
    ): Promise<void> {
      const first = at === null ? undefined : isNull(messages[mark]);
      await tx
        .update(messages)
        .set({ [mark]: at })
        .where(and(inArray(messages.id, [...ids]), first));
    },

    /** What came since then and is unread, newest first. */
    async unreadSince(db: Reader, accountId: AccountId, since: Instant): Promise<MessageRow[]> {
      return db
        .select()
        .from(messages)
        .where(and(eq(messages.accountId, accountId), isNull(messages.readAt), gte(messages.at, since)))
        .orderBy(desc(messages.at), asc(messages.id));
    },

    async addSubscription(
      tx: Writer,
      row: NotificationTables['notificationSubscriptions']['$inferInsert'],
    ): Promise<void> {
      await tx.insert(subscriptions).values(row);
    },

    async changeSubscription(
      tx: Writer,
      id: SubscriptionId,
      change: Partial<Pick<SubscriptionRow, 'accountId' | 'sessionId' | 'topics' | 'failingSince'>> & {
        language?: Language;
      },
    ): Promise<void> {
      await tx.update(subscriptions).set(change).where(eq(subscriptions.id, id));
    },

    async deleteSubscription(tx: Writer, id: SubscriptionId): Promise<void> {
      await tx.delete(subscriptions).where(eq(subscriptions.id, id));
    },

    async subscriptionById(db: Reader, id: SubscriptionId): Promise<SubscriptionRow | undefined> {
      const [row] = await db.select().from(subscriptions).where(eq(subscriptions.id, id));
      return row;
    },

    async subscriptionByEndpoint(db: Reader, endpointHash: string): Promise<SubscriptionRow | undefined> {
      const [row] = await db.select().from(subscriptions).where(eq(subscriptions.endpointHash, endpointHash));
      return row;
    },

    /** A person's devices, the newest first. */
    async subscriptionsOf(db: Reader, accountId: AccountId): Promise<SubscriptionRow[]> {
      return devicesOf(db, { accountId });
    },

    /** All devices in pages by id, with what decides whether they get a broadcast. */
    async subscriptionsAfter(
      db: Reader,
      after: SubscriptionId | null,
      limit: number,
    ): Promise<{ id: SubscriptionId; topics: Topic[]; lastGreetedDay: Day | null }[]> {
      return db
        .select({
          id: subscriptions.id,
          topics: subscriptions.topics,
          lastGreetedDay: subscriptions.lastGreetedDay,
        })
        .from(subscriptions)
        .where(after === null ? isNotNull(subscriptions.id) : gt(subscriptions.id, after))
        .orderBy(asc(subscriptions.id))
        .limit(limit);
    },

    async subscriptionsById(db: Reader, ids: readonly SubscriptionId[]): Promise<SubscriptionRow[]> {
      return db
        .select()
        .from(subscriptions)
        .where(inArray(subscriptions.id, [...ids]));
    },

    /** Notes that devices are greeted on a day; gives those that were not yet, so that nobody greets one twice. */
    async claimGreetings(
      tx: Writer,
      ids: readonly SubscriptionId[],
      day: Day,
    ): Promise<ReadonlySet<SubscriptionId>> {
      const isNew = or(isNull(subscriptions.lastGreetedDay), ne(subscriptions.lastGreetedDay, day));
      const claimed = await tx
        .update(subscriptions)
        .set({ lastGreetedDay: day })
        .where(and(inArray(subscriptions.id, [...ids]), isNew))
        .returning({ id: subscriptions.id });
      return new Set(claimed.map(({ id }) => id));
    },

    /** Takes claims back where the push service did not accept the greeting. */
    async releaseGreetings(tx: Writer, ids: readonly SubscriptionId[], day: Day): Promise<void> {
      await tx
        .update(subscriptions)
        .set({ lastGreetedDay: null })
        .where(and(inArray(subscriptions.id, [...ids]), eq(subscriptions.lastGreetedDay, day)));
    },
  };
}

export type NotificationsStore = ReturnType<typeof createNotificationsStore>;
