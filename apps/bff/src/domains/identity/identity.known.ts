import type { LoginMethod } from '@jena/shared/identity';
import { type AccountId, type SessionId, toInstant } from '@jena/shared/kernel';
import type { Clock } from '../../platform/clock.ts';
import type { Writer } from '../../platform/db/access.ts';
import type { Notifications } from '../notifications/index.ts';
import type { KnownDeviceRow } from './identity.known.store.ts';
import { hashSecret } from './identity.secrets.ts';
import type { IdentityStore } from './identity.store.ts';

export type TellingDeps = { notify: Notifications['notify'] };

type Login = { accountId: AccountId; sessionId: SessionId; deviceSecret: string; method: LoginMethod };

/** The first login of all is nobody's surprise; of a passkey and of a code from the counter the person was told before. */
function isOdd(
  known: readonly Pick<KnownDeviceRow, 'deviceHash' | 'method'>[],
  { deviceHash, method }: Pick<KnownDeviceRow, 'deviceHash' | 'method'>,
): boolean {
  if (known.length === 0 || method === 'recovery') return false;
  const knowsDevice = known.some((row) => row.deviceHash === deviceHash);
  const knowsDoor = method === 'passkey' || known.some((row) => row.method === method);
  return !knowsDevice || !knowsDoor;
}

/** Remembers the browser, and tells the person of one, or of a door, from which they never came (ASVS 6.3.5). */
export async function noteDevice(
  { identity, clock, notify }: TellingDeps & { identity: IdentityStore; clock: Clock },
  tx: Writer,
  { accountId, sessionId, deviceSecret, method }: Login,
): Promise<void> {
  const deviceHash = hashSecret(deviceSecret);
  const at = toInstant(clock.now());
  const known = await identity.knownDevices(tx, accountId);
  await identity.saveKnownDevice(tx, { accountId, deviceHash, method, at });
  if (!isOdd(known, { deviceHash, method })) return;
  const about = { caseId: null, caseReference: null, serviceSlug: null };
  await notify(tx, { accountId, type: 'new_login', ...about, at, key: `new_login:${sessionId}` });
}
