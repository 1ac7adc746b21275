// `npm run bench -- NAME`; `npm run bench -- --list` names the benches.
import type { Bench } from './figures.ts';

const benches: Record<string, () => Promise<Bench>> = {
  bytes: async () => (await import('./bytes.ts')).bytes,
  start: async () => (await import('./start.ts')).start,
  search: async () => (await import('./search.ts')).search,
  scanner: async () => (await import('./scanner.ts')).scanner,
  bff: async () => (await import('./bff.ts')).bff,
  vault: async () => (await import('./vault.ts')).vault,
  pages: async () => (await import('./pages.ts')).pagesBench,
  upload: async () => (await import('./upload.ts')).upload,
  cases: async () => (await import('./cases.ts')).cases,
  surge: async () => (await import('./surge.ts')).surge,
  push: async () => (await import('./push.ts')).pushBench,
  outbox: async () => (await import('./outbox.ts')).outbox,
  peers: async () => (await import('./peers.ts')).peersBench,
  'vault-kill': async () => (await import('./vault-kill.ts')).vaultKill,
};

const name = process.argv[2] ?? '';
if (name === '--list') {
  console.log(Object.keys(benches).join('\n'));
  process.exit(0);
}
const load = benches[name];
if (load === undefined) {
  console.error(`There is no bench "${name}": choose one of ${Object.keys(benches).join(', ')}.`);
  process.exit(1);
}
const bench = await load();
const figures = await bench();
console.log(JSON.stringify({ bench: name, figures }));
process.exit(0);
