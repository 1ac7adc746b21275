import type { Answers } from '../cases/schema.ts';
import type { Day, Text } from '../kernel/index.ts';
import type { Condition, Field } from './definition.ts';

export type { Answers };
/** One answer: a code, a text, a number, yes or no, several codes, or the items of a repeated group. */
export type Answer = Answers[string];
/** The answers of one item of a repeated group. */
export type GroupItem = Record<string, Exclude<Answer, Record<string, unknown>[]>>;

/** A text in all languages, or already in the reader's: the engine runs on both kinds of definition. */
type Words = Text | string;

export type RulesShape = {
  [Key in keyof NonNullable<Field['rules']>]:
    | (Key extends 'message' | 'warning' ? Words : NonNullable<Field['rules']>[Key])
    | undefined;
};

type TextKeys = 'label' | 'hint' | 'why' | 'options' | 'rules' | 'fields' | 'showWhen';
/** A field as the engine needs it; `Field` and its localized form both fit. */
export type FieldShape = Omit<Field, TextKeys> & {
  label: Words;
  options?: readonly { value: string; label: Words }[] | undefined;
  rules?: RulesShape | undefined;
  showWhen?: Condition | undefined;
  fields?: readonly FieldShape[] | undefined;
};

export type PageShape = {
  id: string;
  title: Words;
  showWhen?: Condition | undefined;
  fields: readonly FieldShape[];
};

/** What the engine needs of a form: a `FormDefinition`, or the same in one language (`LocalForm`). */
export type FormShape = { slug: string; version: number; title: Words; pages: readonly PageShape[] };

export type CodeListName = NonNullable<Field['codeList']>;
/** The codes of every list: names of streets, codes of states. */
export type CodeLists = Readonly<Record<CodeListName, ReadonlySet<string>>>;

/** A file that serves a field, as far as the rules look at it. */
export type AttachedFile = { readonly mediaType: string };

/** What rules need beyond the answers. `today` is the calendar date in Jena (`cityTime`). */
export type FormContext = {
  readonly today: Day;
  readonly codeLists: CodeLists;
  /** Files by field; answers themselves hold no files. */
  readonly files?: Readonly<Record<string, readonly AttachedFile[]>> | undefined;
};

/** A text, number or truth value as text; undefined for lists and items, which no code equals. */
export function scalarText(value: unknown): string | undefined {
  return typeof value === 'object' || value === undefined ? undefined : String(value);
}

/** True for an answer that says nothing: missing, blank, an empty list, an unticked box. */
export function isEmpty(answer: unknown): boolean {
  if (answer === undefined || answer === null || answer === false) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return Array.isArray(answer) && answer.length === 0;
}
