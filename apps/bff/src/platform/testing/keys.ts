import { type Keys, openKeys } from '../crypto/keys.ts';
import { newRootKeyLine, parseRootKeys } from '../crypto/root-keys.ts';
import type { Store } from '../db/store.ts';
import { testClock } from './clock.ts';

/** Keys under a root key made for this test. */
export function openTestKeys(store: Store): Promise<Keys> {
  return openKeys({ store, rootKeys: parseRootKeys(newRootKeyLine('test')), clock: testClock() });
}
