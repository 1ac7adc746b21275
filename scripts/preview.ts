// `npm run preview`: the app with the content files as they are being edited, for editors. See docs/redaktion/README.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { comparedWith, contentAt, dataDirectory, startPreview } from '@jena/content/preview';

const root = resolve(import.meta.dirname, '..');
const app = resolve(root, 'apps/web/dist');
if (!existsSync(join(app, '_shell.html'))) {
  console.log('Die App wird einmal gebaut, das dauert eine Minute …');
  const build = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (build.status !== 0) process.exit(1);
}

const work = mkdtempSync(join(tmpdir(), 'jena-vorschau-'));
const port = Number(process.env['PORT'] ?? 4400);
const preview = await startPreview({
  app,
  data: dataDirectory,
  work,
  port,
  before: comparedWith(contentAt('HEAD')),
});
console.log(`Vorschau: ${preview.origin}/vorschau   (Strg+C beendet sie)`);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    void preview.stop().then(() => {
      rmSync(work, { recursive: true, force: true });
      process.exit(0);
    });
  });
