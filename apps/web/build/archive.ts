import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { kept } from './kept.ts';

/**
 * Writes `archive.json`: the text of all scripts and styles that a phone keeps, by address. There are some three hundred
 * of them; asked for one by one, each costs a round trip. Its reader is `sw/archive.ts`.
 */
const dist = resolve(import.meta.dirname, '../dist');
const files = globSync('assets/*.{js,css}', { cwd: dist, exclude: kept.ignored }).filter(
  (file) => statSync(resolve(dist, file)).size <= kept.largest,
);
const texts = Object.fromEntries(
  files.toSorted().map((file) => [`/${file}`, readFileSync(resolve(dist, file), 'utf8')]),
);
writeFileSync(resolve(dist, 'archive.json'), JSON.stringify(texts));
console.log(`archived ${files.length} files`);
