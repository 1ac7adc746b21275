import type { AccountId } from '@jena/shared/kernel';
import { defaultMail, defaultPace, defaultQuiet, quietUntil, type Telling } from '@jena/shared/notifications';
import type { Reader } from '../../platform/db/access.ts';
import type { NotificationsStore } from './notifications.store.ts';

/** How a person is told: as they chose, or as usual. */
export async function tellingOf(
  store: Pick<NotificationsStore, 'telling'>,
  db: Reader,
  accountId: AccountId,
): Promise<Telling> {
  return (
    (await store.telling(db, accountId)) ?? { mail: [...defaultMail], quiet: defaultQuiet, pace: defaultPace }
  );
}

/** Until when a person wants no sound; null when they may be told now. Devices of nobody have no quiet hours. */
export async function quietFor(
  store: Pick<NotificationsStore, 'telling'>,
  db: Reader,
  { accountId, now }: { accountId: AccountId | null; now: Date },
): Promise<Date | null> {
  if (accountId === null) return null;
  return quietUntil((await tellingOf(store, db, accountId)).quiet, now);
}
