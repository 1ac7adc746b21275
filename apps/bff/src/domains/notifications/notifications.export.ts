import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import { createNotificationsStore, type InboxCursor, type MessageRow } from './notifications.store.ts';
import type { NotificationTables } from './notifications.tables.ts';
import { tellingOf } from './notifications.telling.ts';

const atOnce = 500;

/** A person's messages and devices. A device's secret address is left out: whoever has it could be taken for us. */
export function notificationsPart(tables: NotificationTables): PersonalPart {
  const store = createNotificationsStore(tables);
  return {
    tables: ['notificationMessages', 'notificationSubscriptions', 'notificationTellings'],
    holds: {
      'nachrichten.json': 'alle Nachrichten in Ihrem Postfach',
      'mitteilungen.json': 'auf welchen Geräten, per E-Mail und wann Sie Mitteilungen bekommen',
    },
    async *files(db, accountId) {
      const messages: Omit<MessageRow, 'accountId' | 'dedupeKey'>[] = [];
      let after: InboxCursor | null = null;
      do {
        const page: MessageRow[] = await store.inbox(db, accountId, {
          box: 'everywhere',
          after,
          limit: atOnce,
        });
        for (const { accountId: _account, dedupeKey: _key, ...message } of page) messages.push(message);
        const last = page.length === atOnce ? page.at(-1) : undefined;
        after = last ? { at: last.at, id: last.id } : null;
      } while (after !== null);
      yield jsonFile('nachrichten.json', messages);
      const devices = await store.subscriptionsOf(db, accountId);
      yield jsonFile('mitteilungen.json', {
        ...(await tellingOf(store, db, accountId)),
        devices: devices.map(({ language, topics, createdAt, lastGreetedDay, endpoint }) => ({
          pushService: new URL(endpoint).host,
          language,
          topics,
          createdAt,
          lastGreetedDay,
        })),
      });
    },
  };
}
