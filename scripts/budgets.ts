// What a phone downloads for the pages that decide the first second. More than the budget is an error.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const dist = resolve(root, 'apps/web/dist');

/** Bytes after brotli: all scripts and styles that a page names, and the page itself. */
export const budget = { js: 90_000, css: 15_000, html: 14_000 };

/** Bytes after brotli of all that photographing loads on top of a form, in both languages: viewfinder, worker, words, styles. */
export const scannerBudget = 150_000;
const scannerEntry = 'src/offline/capture/capture-field.tsx';

const pages = {
  start: 'index.html',
  guide: 'neu-in-jena/erster-monat/index.html',
  service: 'dienste/wohnsitz-anmelden/index.html',
  form: 'dienste/wohnsitz-anmelden/antrag/index.html',
  'start (en)': 'en/index.html',
};

const size = (file: string) => brotliCompressSync(readFileSync(resolve(dist, file))).length;

const filesOf = (html: string) => [
  ...new Set(
    [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1] ?? ''),
  ),
];

type Chunk = {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  css?: string[];
  assets?: string[];
};

/** What photographing makes a phone download that already shows a form; the form itself must hold none of it. */
export function weighScanner(): number {
  const chunks = JSON.parse(readFileSync(resolve(dist, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const known = new Set(filesOf(readFileSync(resolve(dist, pages.form), 'utf8')));
  const files = new Set<string>();
  const seen = new Set<string>();
  const open = [scannerEntry];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const chunk = chunks[name];
    if (!chunk) throw new Error(`the build has no ${name}`);
    if (name === scannerEntry && known.has(chunk.file)) throw new Error('the form loads the scanner at once');
    if (seen.has(name) || known.has(chunk.file)) continue;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    open.push(...(chunk.imports ?? []), ...(chunk.dynamicImports ?? []));
  }
  return [...files].filter((file) => !known.has(file)).reduce((total, file) => total + size(file), 0);
}

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
  const scanner = weighScanner();
  if (scanner > scannerBudget) {
    console.error(`scanner: ${scanner} bytes, the budget is ${scannerBudget}`);
    process.exitCode = 1;
  }
  console.log(`scanner: ${scanner} js and css`);
}
