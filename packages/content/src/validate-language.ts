import type { Text } from '@jena/shared/kernel';
import type { Content, Problem } from './parse.ts';
import { addressed } from './validate-references.ts';

// Words that are frequent in one language and no word of the other.
const german = new Set(
  'der das und ist sind nicht mit für von vom zum zur sie ihr ihre ihren ein eine einen einer oder auf bei beim wenn werden wird haben muss müssen können kann durch nach ohne über auch noch wie dem den im aus nur'.split(
    ' ',
  ),
);
const english = new Set(
  'the and of is are your you with for from or if when must can not this that by be to without have has it its they their our only at as on who what which how'.split(
    ' ',
  ),
);

/** Both languages are there, are not empty, are no working notes, and each text is in the language it claims. */
export function checkLanguage(content: Content): Problem[] {
  return addressed(content).flatMap(([where, value]) =>
    textsIn(value, '').flatMap(([path, text]) => checkText(`${where} ${path}`, text)),
  );
}

type LooseText = Partial<Record<keyof Text, unknown>>;

function textsIn(value: unknown, path: string): [string, LooseText][] {
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, `${path}[${index}]`));
  if (typeof value !== 'object' || value === null) return [];
  const { de, en } = value as LooseText;
  if (typeof de === 'string' || typeof en === 'string') return [[path, value]];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, path ? `${path}.${key}` : key));
}

function checkText(where: string, { de, en }: LooseText): Problem[] {
  const problems: Problem[] = [];
  for (const [language, text] of [
    ['de', de],
    ['en', en],
  ] as const) {
    if (typeof text !== 'string' || text.trim() === '') {
      problems.push({ rule: 'empty-text', where, detail: language });
    } else if (/general-knowledge|\bverify\b|\bTODO\b|\bTBD\b/.test(text)) {
      problems.push({ rule: 'working-note', where, detail: text });
    }
  }
  if (typeof de !== 'string' || typeof en !== 'string') return problems;
  if (de === en && words(de).length > 3) problems.push({ rule: 'not-translated', where, detail: de });
  if (seemsGerman(en)) problems.push({ rule: 'german-in-english', where, detail: en });
  if (seemsEnglish(de)) problems.push({ rule: 'english-in-german', where, detail: de });
  return problems;
}

const seemsGerman = (text: string): boolean => leans(text, german, english);
const seemsEnglish = (text: string): boolean => leans(text, english, german);

/** Official terms stand in brackets or quotes inside the other language; they do not count. */
function leans(text: string, suspect: ReadonlySet<string>, expected: ReadonlySet<string>): boolean {
  const all = words(text.replace(/\([^)]*\)|„[^“]*“|“[^”]*”|"[^"]*"|‘[^’]*’/g, ' '));
  const strange = all.filter((word) => suspect.has(word)).length;
  const usual = all.filter((word) => expected.has(word)).length;
  return strange >= 2 ? strange > usual : strange === 1 && usual === 0 && all.length >= 3;
}

function words(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
