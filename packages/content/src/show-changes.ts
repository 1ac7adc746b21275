// `npm run changes -w @jena/content [-- <Stand im Repository>]`: what changed since then, in plain words. Without a name: since the last commit.
import { contentChanges } from './changes.ts';
import { contentAt } from './git.ts';
import { loadContent } from './load.ts';
import { parseContent } from './parse.ts';
import { validateContent } from './validate.ts';

const [ref = 'HEAD'] = process.argv.slice(2);
const before = parseContent(contentAt(ref)).content;
const { content, problems } = validateContent(loadContent());
const changes = contentChanges(before, content, content.released);

console.log(
  changes.length === 0
    ? `Seit ${ref} hat sich an Formularen und Diensten nichts geändert.`
    : `Geändert seit ${ref}:`,
);
for (const { where, says } of changes)
  console.log(`\n${where}\n${says.map((line) => `  – ${line}`).join('\n')}`);
if (problems.length > 0) {
  console.log(`\n${problems.length} Fehler, so kann es nicht veröffentlicht werden:`);
  for (const { rule, where, detail } of problems) console.log(`  – ${where}: ${detail} (${rule})`);
  process.exitCode = 1;
}
