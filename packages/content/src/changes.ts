import type { Condition, Field, FormDefinition, FormPage } from '@jena/shared/forms';
import type { Text } from '@jena/shared/kernel';
import { amountInWords, conditionInWords } from './changes.words.ts';
import type { Content } from './parse.ts';
import { digestOf, type Released, versionName } from './released.ts';
import type { Service } from './schema.ts';

/** What changed in one place, in plain German for editors. `mustRaise`: a released version was changed. */
export type ContentChange = { where: string; says: string[]; mustRaise: boolean };

type Compared = Pick<Content, 'forms' | 'services' | 'bundles'>;

/** What somebody who reads the catalogue would see changed, form by form and service by service. */
export function contentChanges(before: Compared, after: Compared, released: Released): ContentChange[] {
  const forms = pairs(newest(before.forms), newest(after.forms)).map(([old, now]): ContentChange => {
    const where = `Formular „${(now ?? old)?.title.de}“ (${(now ?? old)?.slug})`;
    if (!old || !now)
      return {
        where,
        says: [old ? 'Das Formular gibt es nicht mehr.' : 'Neues Formular.'],
        mustRaise: false,
      };
    const says = formChanges(old, now);
    const known = released[versionName(now)];
    const mustRaise = known !== undefined && known !== digestOf(now);
    if (now.version > old.version)
      says.push(
        `Version ${old.version} → ${now.version}: Wer mitten im Formular ist, sieht diese Änderungen. Laufende Vorgänge behalten Version ${old.version}.`,
      );
    if (mustRaise)
      says.push(
        `Version ${now.version} ist veröffentlicht und darf sich nicht ändern: npm run new-version -w @jena/content -- ${now.slug}`,
      );
    return { where, says, mustRaise };
  });
  const services = pairs(before.services, after.services).map(([old, now]): ContentChange => {
    const where = `Dienst „${(now ?? old)?.title.de}“ (${(now ?? old)?.slug})`;
    if (!old || !now)
      return { where, says: [old ? 'Den Dienst gibt es nicht mehr.' : 'Neuer Dienst.'], mustRaise: false };
    return { where, says: serviceChanges(old, now), mustRaise: false };
  });
  return [...forms, ...services].filter(({ says }) => says.length > 0);
}

function newest(forms: readonly FormDefinition[]): FormDefinition[] {
  return forms.filter(
    (form) => !forms.some((other) => other.slug === form.slug && other.version > form.version),
  );
}

function pairs<T extends { slug: string }>(
  before: readonly T[],
  after: readonly T[],
): [T | undefined, T | undefined][] {
  const slugs = [...new Set([...before, ...after].map(({ slug }) => slug))].sort();
  const find = (list: readonly T[], slug: string) => list.find((one) => one.slug === slug);
  return slugs.map((slug) => [find(before, slug), find(after, slug)]);
}

type Asked = { field: Field; page: FormPage; name: string };

function questions({ pages }: FormDefinition): Map<string, Asked> {
  const all = pages.flatMap((page) =>
    page.fields.flatMap((field) => [
      { field, page, name: field.name },
      ...(field.fields ?? []).map((inner) => ({ field: inner, page, name: `${field.name}.${inner.name}` })),
    ]),
  );
  return new Map(all.map((one) => [one.name, one]));
}

function formChanges(old: FormDefinition, now: FormDefinition): string[] {
  const [was, is] = [questions(old), questions(now)];
  const says: string[] = [];
  if (!same(old.title, now.title)) says.push(`Titel: „${old.title.de}“ → „${now.title.de}“`);
  for (const { field, page, name } of is.values()) {
    if (was.has(name)) continue;
    const duty = field.required ? 'Pflicht' : 'freiwillig';
    says.push(`Neue Frage auf „${page.title.de}“: „${field.label.de}“ (${duty})`);
  }
  for (const { field, page, name } of was.values())
    if (!is.has(name)) says.push(`Frage entfällt auf „${page.title.de}“: „${field.label.de}“`);
  for (const asked of is.values()) {
    const before = was.get(asked.name);
    const news = before ? questionChanges(before, asked, is) : [];
    if (news.length > 0) says.push(`Frage „${asked.field.label.de}“: ${news.join('; ')}`);
  }
  const order = (known: Map<string, Asked>, other: Map<string, Asked>) =>
    [...known.keys()].filter((name) => other.has(name));
  if (!same(order(was, is), order(is, was))) says.push('Die Reihenfolge der Fragen ist anders.');
  for (const page of now.pages) {
    const before = old.pages.find(({ id }) => id === page.id);
    if (before && !same(before.title, page.title))
      says.push(`Seite heißt jetzt „${page.title.de}“ statt „${before.title.de}“`);
    if (before && !same(before.intro, page.intro))
      says.push(`Seite „${page.title.de}“: einleitender Text geändert`);
    if (before && !same(before.showWhen, page.showWhen))
      says.push(`Seite „${page.title.de}“ erscheint ${shown(page.showWhen, is)}`);
  }
  return says;
}

function questionChanges(
  { field: old, page: from }: Asked,
  { field: now, page: to }: Asked,
  known: ReadonlyMap<string, Asked>,
): string[] {
  const says: string[] = [];
  if (old.label.de !== now.label.de) says.push(`hieß „${old.label.de}“`);
  else if (!same(old.label, now.label)) says.push('englischer Wortlaut geändert');
  if (old.type !== now.type) says.push(`Art ${old.type} → ${now.type}`);
  if (old.required !== now.required) says.push(now.required ? 'ist jetzt Pflicht' : 'ist jetzt freiwillig');
  if (from.id !== to.id) says.push(`steht jetzt auf „${to.title.de}“`);
  if (!same(old.hint, now.hint)) says.push('Hinweis geändert');
  if (!same(old.why, now.why)) says.push('Begründung („Warum fragen wir das?“) geändert');
  if (!same(old.showWhen, now.showWhen)) says.push(`erscheint ${shown(now.showWhen, known)}`);
  const [had, has] = [old.options ?? [], now.options ?? []];
  for (const { value, label } of has) {
    const before = had.find((option) => option.value === value);
    if (!before) says.push(`neue Antwort „${label.de}“`);
    else if (before.label.de !== label.de)
      says.push(`Antwort „${before.label.de}“ heißt jetzt „${label.de}“`);
  }
  for (const { value, label } of had)
    if (!has.some((option) => option.value === value)) says.push(`Antwort „${label.de}“ entfällt`);
  if (!same(old.rules, now.rules)) says.push(rulesChange(old, now));
  if (!same(old.evidence, now.evidence)) says.push('gehört zu einem anderen Nachweis');
  if (!same(old.prefill, now.prefill)) says.push('wird anders vorausgefüllt');
  return says;
}

function rulesChange(old: Field, now: Field): string {
  const [had, has] = [old.rules ?? {}, now.rules ?? {}] as Record<string, unknown>[];
  const keys = [...new Set([...Object.keys(had ?? {}), ...Object.keys(has ?? {})])];
  const changed = keys.filter((key) => !same(had?.[key], has?.[key]));
  return `Regeln geändert (${changed.map((key) => ruleNames[key] ?? key).join(', ')})`;
}

const ruleNames: Record<string, string> = {
  min: 'kleinster Wert',
  max: 'größter Wert',
  minLength: 'Mindestlänge',
  maxLength: 'Höchstlänge',
  pattern: 'Schreibweise',
  oneOf: 'erlaubte Werte',
  mustBe: 'muss bestätigt werden',
  accept: 'erlaubte Dateiarten',
  maxFiles: 'Zahl der Dateien',
  maxChoices: 'Zahl der Antworten',
  message: 'Fehlertext',
  warning: 'Warntext',
  warnBefore: 'Warnung',
  warnAfter: 'Warnung',
};

function shown(condition: Condition | undefined, known: ReadonlyMap<string, Asked>): string {
  return condition === undefined ? 'jetzt immer' : `jetzt nur, wenn ${conditionInWords(condition, known)}`;
}

const serviceTexts: [keyof Service, string][] = [
  ['title', 'Titel'],
  ['summary', 'Kurzbeschreibung'],
  ['deadline', 'Frist'],
  ['processingTime', 'Dauer'],
  ['preconditions', 'Voraussetzungen'],
  ['channels', 'Wege'],
  ['steps', 'Ablauf'],
  ['notes', 'Hinweise'],
  ['legalBasis', 'Rechtsgrundlagen'],
  ['officeIds', 'Zuständigkeit'],
  ['form', 'Online-Formular'],
  ['levelOfAssurance', 'nötige Anmeldung'],
  ['keywords', 'Suchwörter'],
  ['precheck', 'Vorabcheck'],
];

function serviceChanges(old: Service, now: Service): string[] {
  const says: string[] = [];
  const variant = ({ variant: { de } }: Service['fees'][number]) => de;
  for (const fee of now.fees) {
    const before = old.fees.find((known) => variant(known) === variant(fee));
    if (!before) says.push(`Neue Gebühr „${fee.variant.de}“: ${amountInWords(fee.amount)}`);
    else if (!same(before.amount, fee.amount))
      says.push(`Gebühr „${fee.variant.de}“: ${amountInWords(before.amount)} → ${amountInWords(fee.amount)}`);
    else if (!same(before, fee)) says.push(`Gebühr „${fee.variant.de}“: Anmerkung oder Quelle geändert`);
  }
  for (const fee of old.fees)
    if (!now.fees.some((known) => variant(known) === variant(fee)))
      says.push(`Gebühr entfällt: „${fee.variant.de}“ (${amountInWords(fee.amount)})`);
  for (const paper of now.evidence) {
    const before = old.evidence.find(({ id }) => id === paper.id);
    if (!before) says.push(`Neue Unterlage: „${paper.text.de}“`);
    else if (!same(before, paper)) says.push(`Unterlage geändert: „${paper.text.de}“`);
  }
  for (const paper of old.evidence)
    if (!now.evidence.some(({ id }) => id === paper.id)) says.push(`Unterlage entfällt: „${paper.text.de}“`);
  for (const [key, name] of serviceTexts) {
    if (same(old[key], now[key])) continue;
    const [had, has] = [textOf(old[key]), textOf(now[key])];
    says.push(
      had !== undefined && has !== undefined && had !== has
        ? `${name}: „${had}“ → „${has}“`
        : `${name} geändert`,
    );
  }
  return says;
}

function textOf(value: unknown): string | undefined {
  const text = (value as { text?: Text } | null)?.text ?? value;
  return (text as Text | null)?.de;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
