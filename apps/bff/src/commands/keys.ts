import { statSync } from 'node:fs';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { settleErasures } from '../platform/crypto/erasures.ts';
import { type Keys, openKeys } from '../platform/crypto/keys.ts';
import { addRootKey, dropOldRootKeys, loadRootKeys } from '../platform/crypto/root-keys.ts';
import { openStore, type Store } from '../platform/db/store.ts';
import { runCommand } from './run-command.ts';

/** A transaction that wrapped with the old key just before the rotation has ended by then. */
const restMs = 3_600_000;

type Work = { config: Config; store: Store; keys: Keys; say(line: string): void };

/** A new root key, then every person's key under it; contents stay as they are. Begun before and interrupted, it goes on. */
async function rotate({ config, store, keys, say }: Work): Promise<void> {
  const { value, file } = config.rootKeys;
  const isUnfinished = (await keys.notCurrent(store.read)) > 0;
  if (value) say('ROOT_KEYS is set: its first key is the new one.');
  else if (isUnfinished) say('A rotation was interrupted; it goes on.');
  else say(`${addRootKey(file)} is the new root key; copy ${file} to where you keep it.`);
  say(`${await keys.rewrap()} keys are wrapped anew.`);
}

/** Forgets old root keys: then backups from before the rotation can never be read again. */
async function retire({ config, store, keys, say }: Work): Promise<void> {
  const { value, file } = config.rootKeys;
  if (value) throw new Error('ROOT_KEYS is set: take the old keys out of it yourself');
  const left = await keys.notCurrent(store.read);
  if (left > 0) throw new Error(`${left} keys still need an older root key: run "keys -- rotate" first`);
  if (Date.now() - statSync(file).mtimeMs < restMs)
    throw new Error('the root key was rotated less than an hour ago: wait until everything has followed');
  const gone = dropOldRootKeys(file);
  say(
    gone.length === 0
      ? 'There is no old root key.'
      : `Gone: ${gone.join(', ')}. Older backups are unreadable now.`,
  );
}

const works: Readonly<Record<string, (work: Work) => Promise<void>>> = { rotate, retire };

// npm run keys -- rotate | retire: may run while the product runs.
await runCommand(async ({ config, say, args: [name = ''] }) => {
  const work = works[name];
  if (work === undefined) throw new Error('say what to do: keys -- rotate, or keys -- retire');
  const store = openStore(config);
  try {
    await store.migrate();
    await settleErasures({ store, erasuresFile: config.erasuresFile, clock: systemClock });
    const { rootKeys } = loadRootKeys(config.rootKeys);
    const keys = await openKeys({ store, rootKeys, clock: systemClock });
    await work({ config, store, keys, say });
  } finally {
    await store.close();
  }
});
