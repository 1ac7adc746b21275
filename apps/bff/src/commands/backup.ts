import { resolve } from 'node:path';
import { backUp } from '../platform/backup.ts';
import { systemClock } from '../platform/clock.ts';
import { runCommand } from './run-command.ts';

// npm run backup [-- FOLDER]: copies database and files while the product runs.
await runCommand(async ({ config, say, args: [target] }) => {
  const folder = await backUp(config, resolve(target ?? `${config.dataDir}/backups`), systemClock);
  say(`saved in ${folder}`);
  say('The root keys are not in it: keep them elsewhere, without them nobody can read this backup.');
});
