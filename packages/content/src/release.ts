// `npm run release -w @jena/content`: writes down what is released from now on, so that no version of it ever changes.
// `npm run new-version -w @jena/content -- <form>`: keeps the released version of a form, and gives the file a new number.
import { keepVersion, raiseVersion, writeReleased } from './archive.ts';
import { contentAt } from './git.ts';
import { dataDirectory, loadContent } from './load.ts';
import { parseContent } from './parse.ts';
import { digestOf, versionName } from './released.ts';

const [act, slug, ref = 'HEAD'] = process.argv.slice(2);
const { content } = parseContent(loadContent());

if (act === 'release') {
  const news = content.forms.filter((form) => content.released[versionName(form)] === undefined);
  const added = Object.fromEntries(news.map((form) => [versionName(form), digestOf(form)]));
  writeReleased(dataDirectory, { ...content.released, ...added });
  console.log(news.length === 0 ? 'Nichts Neues.' : `Veröffentlicht: ${Object.keys(added).join(', ')}`);
} else if (act === 'new-version' && slug) {
  const form = content.forms.find((known) => known.slug === slug);
  if (!form) fail(`Ein Formular „${slug}“ gibt es nicht.`);
  const digest = content.released[versionName(form)];
  if (digest === undefined)
    fail(
      `Version ${form.version} von „${slug}“ ist noch nicht veröffentlicht: Sie können sie einfach ändern.`,
    );
  // Whoever asks for a new version has often changed the file already; then the released one is in the repository.
  const kept = [form, ...parseContent(contentAt(ref)).content.forms].find(
    (known) => versionName(known) === versionName(form) && digestOf(known) === digest,
  );
  if (!kept)
    fail(
      `Die veröffentlichte Version steht nicht in ${ref}. Nennen Sie dahinter den Stand, in dem sie steht.`,
    );
  keepVersion(dataDirectory, kept);
  raiseVersion(dataDirectory, form);
  console.log(
    `„${slug}“ ist jetzt Version ${form.version + 1}. Version ${form.version} liegt in data/archive/ und bleibt, wie sie ist.`,
  );
} else {
  fail('release | new-version <Formular> [Stand im Repository]');
}

function fail(says: string): never {
  console.error(says);
  process.exit(1);
}
