import { resolve } from 'node:path';
import { BackupRefused, restore } from '../platform/backup.ts';
import { systemClock } from '../platform/clock.ts';
import { runCommand } from './run-command.ts';

// npm run restore -- FOLDER [--force]: brings a backup back; the product must not run.
await runCommand(async ({ config, say, args }) => {
  const [from] = args.filter((word) => !word.startsWith('--'));
  if (from === undefined) throw new BackupRefused('name the folder of the backup');
  const manifest = await restore(config, resolve(from), {
    force: args.includes('--force'),
    clock: systemClock,
  });
  say(`restored the state of ${manifest.madeAt} with ${manifest.files} files`);
});
