import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { readyLanguages } from '@jena/shared/kernel';
import type { BundleName, ContentManifest } from './bundle.ts';
import { makeBundles } from './bundles.ts';
import { loadContent } from './load.ts';
import { validateContent } from './validate.ts';

// Writes dist/content: what phones download. --check only checks; --report-only tells problems and builds all the same.
const target = fileURLToPath(new URL('../dist/content/', import.meta.url));
const reportOnly = process.argv.includes('--report-only');

const { content, problems } = validateContent(loadContent());
for (const { rule, where, detail } of problems) console.error(`${rule}\t${where}\t${detail}`);
if (problems.length > 0) {
  console.error(`${problems.length} problems in the content`);
  if (!reportOnly) process.exit(1);
}

if (process.argv.includes('--check')) process.exit(0);

rmSync(target, { recursive: true, force: true });
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
const manifest: ContentManifest = { version: '', languages: {} };
for (const language of readyLanguages) {
  mkdirSync(`${target}${language}`, { recursive: true });
  const entries = Object.entries(makeBundles(content, language)).map(([name, bundle]) => {
    const text = JSON.stringify(bundle);
    const file = `${language}/${name}.${hashOf(text)}.json`;
    write(file, text);
    return [name, { file, bytes: Buffer.byteLength(text) }];
  });
  manifest.languages[language] = Object.fromEntries(entries) as Record<
    BundleName,
    { file: string; bytes: number }
  >;
}
manifest.version = hashOf(JSON.stringify(manifest.languages));
write('manifest.json', JSON.stringify(manifest));

function write(file: string, text: string): void {
  writeFileSync(target + file, text);
  const squeezed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(`${target}${file}.br`, squeezed);
  console.log(`${file}\t${Buffer.byteLength(text)}\t${squeezed.length}`);
}
