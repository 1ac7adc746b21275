import { openStore } from '../platform/db/store.ts';
import { runCommand } from './run-command.ts';

// npm run migrate: brings the database to the tables of this version; starting the product does so too.
await runCommand(async ({ config, say }) => {
  const store = openStore(config);
  try {
    await store.migrate();
    say(`the ${store.dialect} database is up to date`);
  } finally {
    await store.close();
  }
});
