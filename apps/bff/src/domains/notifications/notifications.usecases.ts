import { loginRequired } from '@jena/shared/identity';
import {
  type AccountId,
  type Actor,
  type CaseId,
  type DocumentId,
  type Instant,
  type Language,
  type MessageId,
  newId,
  type SessionId,
  toInstant,
} from '@jena/shared/kernel';
import {
  type InboxBox,
  type InboxMessage,
  isPersonal,
  type MarkChange,
  type MessageType,
  messageNotFound,
  pushHostNotAllowed,
  type Topic,
} from '@jena/shared/notifications';
import { badInput } from '@jena/shared/platform';
import type { PushPort, PushSubscription } from '../../adapters/push/port.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { type JobTables, planJob } from '../../platform/jobs.ts';
import {
  areUsableKeys,
  devicesPerAccount,
  endpointHash,
  holdsDevice,
  mayChooseTopics,
  maySeeDevice,
} from './notifications.policy.ts';
import {
  createNotificationsStore,
  type InboxCursor,
  type MessageRow,
  type SubscriptionRow,
} from './notifications.store.ts';
import type { NotificationTables } from './notifications.tables.ts';
import { tellingOf } from './notifications.telling.ts';

/** What a person is to be told. `key` names the event: told twice, it makes one entry. */
export type Notice = {
  accountId: AccountId;
  type: MessageType;
  caseId: CaseId | null;
  caseReference: string | null;
  serviceSlug: string | null;
  /** Left out: about no document. */
  documentId?: DocumentId;
  at: Instant;
  key: string;
};

type Subscribing = {
  subscription: PushSubscription;
  language: Language;
  topics: readonly Topic[];
};
type Asked = { tx: Writer; actor: Actor; now: Date };
type Settings = { subscribed: boolean; topics: Topic[] };

const pageSize = 100;
const off: Settings = { subscribed: false, topics: [] };

/** The inbox and the devices of people: what the router, the jobs and other domains do with them. */
export function createNotifications(tables: NotificationTables & JobTables) {
  const devices = createNotificationsStore(tables);

  /** Writes the inbox entry and plans the pushes, in the transaction that makes the news. */
  async function notify(tx: Writer, { key, documentId, ...notice }: Notice): Promise<void> {
    const id = newId<'message'>();
    const added = await devices.addMessage(tx, {
      id,
      dedupeKey: key,
      readAt: null,
      documentId: documentId ?? null,
      ...notice,
    });
    if (!added) return;
    await planJob(tx, tables, {
      kind: 'notifications.push',
      payload: { messageId: id },
      at: notice.at,
      key: id,
    });
  }

  /**
   * Stores or changes this device's subscription; a login binds it to the account. Without one, a device that wants
   * nothing personal any more is let go.
   * @throws notifications.push_host_not_allowed, identity.login_required for 'cases' without login,
   *   platform.bad_input for keys that no push can be encrypted with, or that are not this device's
   */
  async function subscribe({ tx, actor, now }: Asked, push: PushPort, input: Subscribing): Promise<Settings> {
    const { endpoint, keys } = input.subscription;
    if (!push.accepts(endpoint)) throw pushHostNotAllowed();
    if (!areUsableKeys(keys)) throw badInput();
    const hash = endpointHash(endpoint);
    const known = await devices.subscriptionByEndpoint(tx, hash);
    if (known !== undefined && !holdsDevice(known, keys.auth)) throw badInput();
    if (!mayChooseTopics(actor, input.topics, known)) throw loginRequired();
    const topics = [...new Set(input.topics)];
    const { accountId, sessionId } = boundTo(actor, topics, known);
    if (known !== undefined) {
      const change = { accountId, sessionId, topics, language: input.language };
      await devices.changeSubscription(tx, known.id, change);
    } else {
      await devices.addSubscription(tx, {
        id: newId<'pushSubscription'>(),
        endpointHash: hash,
        endpoint,
        ...keys,
        accountId,
        sessionId,
        language: input.language,
        topics,
        createdAt: toInstant(now),
      });
    }
    if (accountId !== null) await makeRoom(tx, accountId, hash);
    return { subscribed: true, topics };
  }

  async function makeRoom(tx: Writer, accountId: AccountId, keep: string): Promise<void> {
    const all = await devices.subscriptionsOf(tx, accountId);
    const others = all.filter((device) => device.endpointHash !== keep);
    for (const device of others.slice(devicesPerAccount - 1)) await devices.deleteSubscription(tx, device.id);
  }

  /**
   * Devices whose login the person ended hear nothing more of them; what they wished for stands until the next login
   * there. A session that merely ran out silences nothing: news of a case may come on a phone that is logged out.
   */
  async function silence(
    tx: Writer,
    accountId: AccountId,
    which: { sessions: readonly SessionId[] } | { allBut: SessionId | null },
  ): Promise<void> {
    const isMeant = ({ sessionId }: { sessionId: SessionId | null }) =>
      'sessions' in which
        ? sessionId !== null && which.sessions.includes(sessionId)
        : sessionId === null || sessionId !== which.allBut;
    for (const device of (await devices.subscriptionsOf(tx, accountId)).filter(isMeant))
      await devices.changeSubscription(tx, device.id, { accountId: null, sessionId: null });
  }

  /** Forgets all that a person was told; their devices stay, and hear no more of them. */
  async function erase(tx: Writer, accountId: AccountId): Promise<void> {
    await silence(tx, accountId, { allBut: null });
    await devices.deleteMessages(tx, accountId);
    await devices.deleteTelling(tx, accountId);
  }

  /** Forgets this device. Harmless for an unknown one; another person's device stays. */
  async function unsubscribe({ tx, actor }: Asked, endpoint: string): Promise<Settings> {
    const known = await devices.subscriptionByEndpoint(tx, endpointHash(endpoint));
    if (known !== undefined && maySeeDevice(actor, known)) await devices.deleteSubscription(tx, known.id);
    return off;
  }

  async function pushSettings(db: Reader, actor: Actor, device: string): Promise<Settings> {
    const known = await devices.subscriptionByEndpoint(db, device);
    if (known === undefined || !maySeeDevice(actor, known)) return off;
    return { subscribed: true, topics: known.topics };
  }

  async function inbox(
    db: Reader,
    accountId: AccountId,
    { box, after }: { box: InboxBox; after: string | null },
  ) {
    const beyond = after === null ? null : parseCursor(after);
    const rows = await devices.inbox(db, accountId, { box, after: beyond, limit: pageSize + 1 });
    const page = rows.slice(0, pageSize);
    const last = page.at(-1);
    return {
      messages: page.map(toMessage),
      unread: await devices.countUnread(db, accountId),
      next: rows.length > pageSize && last ? `${last.at}_${last.id}` : null,
    };
  }

  /** @throws notifications.message_not_found for another person's message too: nobody learns that it exists */
  async function mark(
    tx: Writer,
    accountId: AccountId,
    { messageIds, change, now }: { messageIds: readonly MessageId[]; change: MarkChange; now: Date },
  ) {
    const ids = [...new Set(messageIds)];
    if ((await devices.countOwn(tx, accountId, ids)) < ids.length) throw messageNotFound();
    const at = toInstant(now);
    if (change.read !== undefined) await devices.mark(tx, ids, 'readAt', change.read ? at : null);
    if (change.starred !== undefined) await devices.mark(tx, ids, 'starredAt', change.starred ? at : null);
    if (change.archived !== undefined) await devices.mark(tx, ids, 'archivedAt', change.archived ? at : null);
    return { unread: await devices.countUnread(tx, accountId) };
  }

  async function unreadCount(db: Reader, accountId: AccountId) {
    return { unread: await devices.countUnread(db, accountId) };
  }

  return {
    notify,
    subscribe,
    unsubscribe,
    silence,
    erase,
    pushSettings,
    inbox,
    unreadCount,
    mark,
    telling: (db: Reader, accountId: AccountId) => tellingOf(devices, db, accountId),
    saveTelling: devices.saveTelling,
  };
}

export type Notifications = ReturnType<typeof createNotifications>;

type Bound = Pick<SubscriptionRow, 'accountId' | 'sessionId'>;

/** Whose a device is: of who is logged in, else of whom it was, until it wants nothing personal any more. */
function boundTo(actor: Actor, topics: readonly Topic[], known: Bound | undefined): Bound {
  if (actor.kind === 'citizen') return actor;
  return (topics.some(isPersonal) && known) || { accountId: null, sessionId: null };
}

function toMessage({ accountId: _account, dedupeKey: _key, ...message }: MessageRow): InboxMessage {
  return message;
}

function parseCursor(text: string): InboxCursor {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]{12}Z)_([a-z2-7]{26})$/.exec(text);
  if (!match) throw badInput();
  return { at: match[1] as Instant, id: match[2] as MessageId };
}
