// Walks the test cases of forms and shows what the form makes of each, for the person who writes it:
// `npm run walk -w @jena/content -- hund-anmelden`. With `--accept` what it made becomes what is expected; read it first.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { coverage, type FormCase, walkCase } from '@jena/shared/forms';
import { kitaList } from './bundles.ts';
import { countries } from './countries.ts';
import { dataDirectory, loadContent } from './load.ts';
import { validateContent } from './validate.ts';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isAccepted = process.argv.includes('--accept');
const { content, problems } = validateContent(loadContent());
const codeLists = {
  streets: new Set(content.streets),
  countries: new Set(countries('de').map(({ code }) => code)),
  kitas: new Set(kitaList(content.kitas).map(({ code }) => code)),
};

for (const { rule, where, detail } of problems) {
  if (names.length === 0 || names.some((name) => where.includes(name)))
    console.log(`! ${rule} ${where}: ${detail}`);
}
for (const form of content.forms.filter(({ slug }) => names.length === 0 || names.includes(slug))) {
  const file = `${dataDirectory}forms/${form.slug}.cases.json`;
  const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as FormCase[]) : [];
  console.log(`\n${form.slug} (version ${form.version})`);
  const walked = cases.map((told) => ({ ...told, expect: walkCase(form, told, codeLists) }));
  for (const { name, expect } of walked) {
    console.log(`  ${name}\n    pages     ${expect.pages.join(' → ')}`);
    for (const kind of ['problems', 'warnings', 'evidence', 'missingEvidence'] as const)
      if (expect[kind].length > 0) console.log(`    ${kind.padEnd(9)} ${expect[kind].join(', ')}`);
  }
  const { pages, fields } = coverage(form, cases, codeLists);
  if (pages.length + fields.length > 0) console.log(`  nobody sees: ${[...pages, ...fields].join(', ')}`);
  if (isAccepted) writeFileSync(file, `${JSON.stringify(walked, null, 1)}\n`);
}
