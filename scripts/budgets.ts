// What a phone downloads for the pages that decide the first second. More than the budget is an error.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(root, 'apps/web/dist');

/** Bytes after brotli: all scripts and styles that a page names, and the page itself. */
export const budget = { js: 90_000, css: 15_000, html: 14_000 };

const pages = {
  start: 'index.html',
  guide: 'neu-in-jena/erster-monat/index.html',
  service: 'dienste/wohnsitz-anmelden/index.html',
  form: 'dienste/wohnsitz-anmelden/antrag/index.html',
  'start (en)': 'en/index.html',
};

const size = (file: string) => brotliCompressSync(readFileSync(resolve(dist, file))).length;

/** What one prerendered page makes a phone download at once. */
export function weigh(page: string) {
  const html = readFileSync(resolve(dist, page), 'utf8');
  const linked = (pattern: RegExp) => [
    ...new Set([...html.matchAll(pattern)].map((match) => match[1] ?? '')),
  ];
  const sum = (files: string[]) => files.reduce((total, file) => total + size(file), 0);
  return {
    js: sum(linked(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)),
    css: sum(linked(/href="\/(assets\/[^"]+\.css)"/g)),
    // The styles stand in the page; they are weighed as styles.
    html: brotliCompressSync(html.replace(/<style>[\s\S]*?<\/style>/, '')).length,
  };
}

if (import.meta.main) {
  if (process.argv.includes('--build')) {
    const build = spawnSync('turbo', ['run', 'build', '--output-logs=errors-only'], {
      cwd: root,
      stdio: 'inherit',
    });
    if (build.status !== 0) process.exit(1);
  }
  if (!existsSync(dist)) {
    console.error('apps/web/dist is missing: run `npm run build` first.');
    process.exit(1);
  }
  for (const [name, file] of Object.entries(pages)) {
    const bytes = weigh(file);
    for (const [kind, value] of Object.entries(bytes)) {
      const most = budget[kind as keyof typeof budget];
      if (value > most) {
        console.error(`${name}: ${value} bytes of ${kind}, the budget is ${most}`);
        process.exitCode = 1;
      }
    }
    console.log(`${name}: ${bytes.js} js, ${bytes.css} css, ${bytes.html} html`);
  }
}
