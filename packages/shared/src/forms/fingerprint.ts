import type { FieldShape, FormShape } from './answers.ts';

/** What one question was like when it was answered. Hashes, so that a draft need not carry the old form. */
export type FieldPrint = {
  type: string;
  /** The codes one could choose; null when a list or free text answers. */
  options: readonly string[] | null;
  /** Question and options as the person read them. */
  wording: string;
  rules: string;
  condition: string;
};

/** What a form was like; a draft keeps it, so that changes can be named when the form has a new version. */
export type FormFingerprint = {
  version: number;
  /** The language in which `wording` was read. */
  language: string;
  /** Fields of a group as `group.field`. */
  fields: Readonly<Record<string, FieldPrint>>;
};

/** Takes the fingerprint of a form as read in one language. */
export function fingerprint(form: FormShape, language: string): FormFingerprint {
  const fields: Record<string, FieldPrint> = {};
  for (const page of form.pages) {
    for (const field of page.fields) {
      fields[field.name] = print(field, language, page.showWhen);
      for (const inner of field.fields ?? []) {
        fields[`${field.name}.${inner.name}`] = print(inner, language, undefined);
      }
    }
  }
  return { version: form.version, language, fields };
}

function print(field: FieldShape, language: string, pageCondition: unknown): FieldPrint {
  const { message: _message, warning: _warning, ...rules } = field.rules ?? {};
  const options = field.options ?? [];
  return {
    type: field.type,
    options: field.options && !field.codeList ? options.map((option) => option.value) : null,
    wording: hash([read(field.label, language), options.map((option) => read(option.label, language))]),
    rules: hash([rules, field.required, field.repeat ?? null, field.codeList ?? null]),
    condition: hash([field.showWhen ?? null, pageCondition ?? null]),
  };
}

function read(words: FieldShape['label'], language: string): string {
  return typeof words === 'string' ? words : ((words as Record<string, string>)[language] ?? '');
}

/** FNV-1a, 32 bit: tells edits apart, protects nothing. Keys are sorted, so their order does not matter. */
function hash(value: unknown): string {
  const text = JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return (state >>> 0).toString(16).padStart(8, '0');
}
