import { join, resolve } from 'node:path';
import { backUp } from '../platform/backup.ts';
import { systemClock } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import { runCommand } from './run-command.ts';

/** What a restore needs and a thief must not find in one place. */
function keptApart({ rootKeys, dataDir, erasuresFile, env }: Config): string[] {
  return [
    `${rootKeys.value ? 'ROOT_KEYS' : rootKeys.file} – without it nobody can read a backup`,
    `${erasuresFile} – its newest version; it keeps erased people erased after a restore`,
    `${env.VAPID_PRIVATE_KEY ? 'VAPID_PRIVATE_KEY' : join(dataDir, 'keys/vapid.json')} – without it every phone must allow notifications anew`,
  ];
}

// npm run backup [-- FOLDER]: copies database and files while the product runs.
await runCommand(async ({ config, say, args: [target] }) => {
  const folder = await backUp(config, resolve(target ?? `${config.dataDir}/backups`), systemClock);
  say(`saved in ${folder}`);
  say('Not in it, on purpose; copy these to another place than the backups:');
  for (const line of keptApart(config)) say(`  ${line}`);
});
