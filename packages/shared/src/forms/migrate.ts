import { type Answer, type Answers, type FormShape, type GroupItem, scalarText } from './answers.ts';
import { type FieldPrint, type FormFingerprint, fingerprint } from './fingerprint.ts';
import { isCodes, isItems } from './normalise.ts';

/**
 * added: a new question · removed: no longer asked, the answer is kept aside · type: asked in another way, kept aside ·
 * options: the chosen answer is no longer offered, kept aside · wording, rules, condition: the answer stays, but should be read again.
 */
export type ChangeReason = 'added' | 'removed' | 'type' | 'options' | 'wording' | 'rules' | 'condition';
/** `field` is a field's name, or `group.field`. */
export type Change = { field: string; reason: ChangeReason };
export type Migration = {
  answers: Answers;
  changed: Change[];
  /** Answers that fit nowhere any more, as they were; shown to the person, never deleted behind their back. */
  aside: Answers;
};

/**
 * Carries a draft over to another version of its form. Every answer is afterwards in `answers` or in `aside`,
 * and whatever moved, is new, or means something else is named in `changed`.
 * `filled` names file fields that hold files; their files stay with the draft.
 */
export function migrateDraft(
  old: FormFingerprint,
  form: FormShape,
  answers: Answers,
  filled: readonly string[] = [],
): Migration {
  return migrateTo(old, fingerprint(form, old.language), answers, filled);
}

/**
 * The same where only the fingerprint of the other version is at hand. Read in another language, no question can be
 * said to read differently.
 */
export function migrateTo(
  old: FormFingerprint,
  next: FormFingerprint,
  answers: Answers,
  filled: readonly string[] = [],
): Migration {
  const changed: Change[] = [];
  const kept: Answers = {};
  const aside: Answers = {};
  for (const [name, answer] of Object.entries(answers)) {
    const before = old.fields[name];
    const after = Object.hasOwn(next.fields, name) ? next.fields[name] : undefined;
    const reason = misfit(before, after, answer);
    if (reason) {
      aside[name] = answer;
      changed.push({ field: name, reason });
    } else if (after?.type === 'group' && isItems(answer)) {
      migrateGroup(name, answer, { old, next, kept, aside, changed });
    } else {
      kept[name] = answer;
    }
  }
  const answered = new Set([...Object.keys(kept), ...filled]);
  changed.push(...compare(old, next, answered));
  for (const name of filled) {
    if (next.fields[name]?.type !== 'file') changed.push({ field: name, reason: 'removed' });
  }
  return { answers: kept, changed, aside };
}

/**
 * Answers that fit nowhere, of several changes of a form after another. One that was put aside before under the same
 * name stays, under its name and the version that it was given to.
 */
export function joinAside(before: Answers = {}, now: Answers = {}, version: number): Answers {
  const older = Object.entries(before).map(([name, answer]): [string, Answer] => {
    const isTaken = Object.hasOwn(now, name) && JSON.stringify(now[name]) !== JSON.stringify(answer);
    return [isTaken ? `${name}@${version}` : name, answer];
  });
  return Object.fromEntries([...older, ...Object.entries(now)]) as Answers;
}

/** Why an answer can no longer stand where it stood; undefined when it can. */
function misfit(
  before: FieldPrint | undefined,
  after: FieldPrint | undefined,
  answer: Answer,
): ChangeReason | undefined {
  if (!after) return 'removed';
  if (before && !compatible(before.type, after.type)) return 'type';
  if (after.type === 'group' && !isItems(answer)) return 'type';
  const { options } = after;
  const codes = isCodes(answer) ? answer : [answer];
  return options && codes.some((code) => code !== '' && !options.includes(scalarText(code) ?? ''))
    ? 'options'
    : undefined;
}

const sameKind = [
  ['text', 'textarea', 'email', 'tel'],
  ['radio', 'select'],
  ['multiselect', 'checkboxGroup'],
];
function compatible(before: string, after: string): boolean {
  return before === after || sameKind.some((kind) => kind.includes(before) && kind.includes(after));
}

type Journey = {
  old: FormFingerprint;
  next: FormFingerprint;
  kept: Answers;
  aside: Answers;
  changed: Change[];
};

function migrateGroup(group: string, items: GroupItem[], journey: Journey): void {
  const moved = new Map<string, ChangeReason>();
  const split = items.map((item) => {
    const stays: GroupItem = {};
    const goes: GroupItem = {};
    for (const [name, answer] of Object.entries(item)) {
      const path = `${group}.${name}`;
      const after = Object.hasOwn(journey.next.fields, path) ? journey.next.fields[path] : undefined;
      const reason = misfit(journey.old.fields[path], after, answer);
      if (reason) moved.set(path, reason);
      (reason ? goes : stays)[name] = answer;
    }
    return { stays, goes };
  });
  journey.kept[group] = split.map((item) => item.stays);
  if (moved.size > 0) journey.aside[group] = split.map((item) => item.goes);
  for (const [field, reason] of moved) journey.changed.push({ field, reason });
}

/** New questions, and answered ones that read, behave or appear differently now. */
function compare(old: FormFingerprint, next: FormFingerprint, answered: ReadonlySet<string>): Change[] {
  const sameLanguage = old.language === next.language;
  return Object.entries(next.fields).flatMap(([field, after]): Change[] => {
    const before = Object.hasOwn(old.fields, field) ? old.fields[field] : undefined;
    if (!before) return [{ field, reason: 'added' }];
    if (!answered.has(field.split('.')[0] ?? field)) return [];
    if (sameLanguage && before.wording !== after.wording) return [{ field, reason: 'wording' }];
    if (before.rules !== after.rules) return [{ field, reason: 'rules' }];
    return before.condition === after.condition ? [] : [{ field, reason: 'condition' }];
  });
}
