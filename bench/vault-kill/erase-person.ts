// A process of its own that destroys a person's key, so that it can be killed in the middle: `node erase-person.ts ACCOUNT`.
import { runCommand } from '../../apps/bff/src/commands/run-command.ts';
import { systemClock } from '../../apps/bff/src/platform/clock.ts';
import { settleErasures } from '../../apps/bff/src/platform/crypto/erasures.ts';
import { openKeys } from '../../apps/bff/src/platform/crypto/keys.ts';
import { loadRootKeys } from '../../apps/bff/src/platform/crypto/root-keys.ts';
import { openStore } from '../../apps/bff/src/platform/db/store.ts';

await runCommand(async ({ config, say, args: [owner = ''] }) => {
  const store = openStore(config);
  try {
    const { rootKeys } = loadRootKeys(config.rootKeys);
    const keys = await openKeys({ store, rootKeys, clock: systemClock });
    await store.transaction((tx) => keys.destroy(tx, owner), { changesPublicData: false });
    say('erased');
    await settleErasures({ store, erasuresFile: config.erasuresFile, clock: systemClock });
  } finally {
    await store.close();
  }
});
