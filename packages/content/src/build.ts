import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { loadContent } from './load.ts';
import { validateContent } from './validate.ts';
import { writeBundles } from './write.ts';

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

writeBundles(content, target, ({ file, text }) => {
  const squeezed = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  writeFileSync(`${file}.br`, squeezed);
  console.log(`${relative(target, file)}\t${Buffer.byteLength(text)}\t${squeezed.length}`);
});
