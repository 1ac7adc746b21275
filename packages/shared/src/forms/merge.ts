import { type Answer, type Answers, isEmpty } from './answers.ts';
import type { FormFingerprint } from './fingerprint.ts';
import { type Change, joinAside, migrateTo } from './migrate.ts';
import type { Origin, Origins } from './prefill.ts';

/** When each answer was last given by hand, in the device's ISO time. What nobody typed has none and counts as oldest. */
export type Stamps = Readonly<Record<string, string>>;

/** An answer that gave way to a newer one, until the person has seen it. */
export type Replaced = { field: string; answer: Answer; at: string };

/** What two devices may each have written of one draft. */
export type Mergeable = {
  formVersion: number;
  fingerprint: FormFingerprint;
  language: string;
  answers: Answers;
  origins: Origins;
  stamps?: Stamps;
  page: string;
  updatedAt: string;
  changed?: Change[];
  aside?: Answers;
  replaced?: Replaced[];
  /** The newest version whose changes the person has read. */
  readVersion?: number;
  /** Until when the person has read which answers gave way. */
  readUntil?: string;
};

type How = {
  /** What both had when they last met: a difference from it is news. */
  base?: Stamps;
  now: string;
  /** `mine`: one device writes on. `order`: two devices must come to the same, whoever begins. */
  onTie?: 'mine' | 'order';
};

/**
 * Joins two states of one draft: the newest answer to each question stands, and each that gave way while the person may
 * not know is named in `replaced`. Of an older form, answers are carried over first. Nothing is left out.
 */
export function mergeDrafts<D extends Mergeable>(mine: D, theirs: D, how: How): D {
  const version = Math.max(mine.formVersion, theirs.formVersion);
  const left = lifted(mine, theirs, version);
  const right = lifted(theirs, mine, version);
  const newer = right.updatedAt > left.updatedAt ? right : left;
  const { answers, origins, stamps, replaced } = joinAnswers(left, right, how);
  const readVersion = Math.max(mine.readVersion ?? 0, theirs.readVersion ?? 0);
  const readUntil = latest(mine.readUntil, theirs.readUntil);
  const { changed: _c, aside: _a, replaced: _r, readVersion: _v, readUntil: _u, ...rest } = left;
  const changed = readVersion >= version ? [] : joinChanges(left.changed, right.changed);
  const unseen = joinReplaced([...(mine.replaced ?? []), ...replaced]).filter(({ at }) => at > readUntil);
  const aside = { ...right.aside, ...left.aside };
  for (const [field, answer] of Object.entries(right.aside ?? {}))
    if (spelt(answer) !== spelt(aside[field])) replaced.push({ field, answer, at: how.now });
  return {
    ...rest,
    page: newer.page,
    updatedAt: newer.updatedAt,
    answers,
    origins,
    stamps,
    ...(changed.length > 0 && { changed }),
    ...(Object.keys(aside).length > 0 && { aside }),
    ...(unseen.length > 0 && { replaced: unseen }),
    ...(readVersion > 0 && { readVersion }),
    ...(readUntil !== '' && { readUntil }),
  } as unknown as D;
}

/** A state of an older form as it stands in the newer one, whose fingerprint the other state carries. */
function lifted<D extends Mergeable>(one: D, other: D, version: number): D {
  if (one.formVersion >= version) return one;
  const { answers, changed, aside } = migrateTo(one.fingerprint, other.fingerprint, one.answers);
  return {
    ...one,
    formVersion: version,
    fingerprint: other.fingerprint,
    language: other.language,
    page: other.page,
    answers,
    changed: joinChanges(one.changed, changed),
    aside: joinAside(one.aside, aside, one.formVersion),
  };
}

function joinAnswers(mine: Mergeable, theirs: Mergeable, { base = {}, now, onTie = 'order' }: How) {
  // Pairs instead of assignments: whoever sends a draft names its fields, also `__proto__`.
  const answers: [string, Answer][] = [];
  const origins: [string, Origin][] = [];
  const stamps: [string, string][] = [];
  const replaced: Replaced[] = [];
  const names = [mine.answers, theirs.answers, mine.stamps ?? {}, theirs.stamps ?? {}].flatMap(Object.keys);
  for (const name of new Set(names)) {
    const [left, right] = [sideOf(mine, name), sideOf(theirs, name)];
    const mineStands = stands(left, right, onTie);
    const [kept, gone] = mineStands ? [left, right] : [right, left];
    if (kept.answer !== undefined) answers.push([name, kept.answer]);
    if (kept.origin) origins.push([name, kept.origin]);
    if (kept.stamp !== '') stamps.push([name, kept.stamp]);
    // What this device had seen of the other, and then wrote over, the person replaced knowingly.
    const known = mineStands && (onTie === 'mine' || gone.stamp === seen(base, name));
    const filledIn = gone.stamp === '' && gone.origin !== undefined;
    if (!known && !filledIn && !isEmpty(gone.answer) && spelt(gone.answer) !== spelt(kept.answer))
      replaced.push({ field: name, answer: gone.answer as Answer, at: now });
  }
  return {
    answers: Object.fromEntries(answers) as Answers,
    origins: Object.fromEntries(origins) as Origins,
    stamps: Object.fromEntries(stamps) as Stamps,
    replaced,
  };
}

type Side = { answer: Answer | undefined; origin: Origin | undefined; stamp: string };

function sideOf({ answers, origins, stamps }: Mergeable, name: string): Side {
  const own = <T>(record: Readonly<Record<string, T>> | undefined) =>
    record && Object.hasOwn(record, name) ? record[name] : undefined;
  return { answer: own(answers), origin: own(origins), stamp: own(stamps) ?? '' };
}

/** True when the left side's answer stands. Both devices decide alike, whichever of them is left. */
function stands(left: Side, right: Side, onTie: 'mine' | 'order'): boolean {
  if (left.stamp !== right.stamp) return left.stamp > right.stamp;
  if (onTie === 'mine' || spelt(left.answer) === spelt(right.answer)) return true;
  if (isEmpty(left.answer) !== isEmpty(right.answer)) return isEmpty(right.answer);
  return spelt(left.answer) > spelt(right.answer);
}

/** The stamp that both sides had when they last met; undefined when they never did, or one had none. */
const seen = (base: Stamps, name: string) => (Object.hasOwn(base, name) ? base[name] : undefined);

const spelt = (answer: unknown) => JSON.stringify(answer) ?? '';
const latest = (one = '', other = '') => (one > other ? one : other);

function joinChanges(one: readonly Change[] = [], other: readonly Change[] = []): Change[] {
  return [
    ...new Map([...one, ...other].map((change) => [`${change.field} ${change.reason}`, change])).values(),
  ];
}

/** Of several answers that gave way at one question, each is kept once. */
function joinReplaced(all: readonly Replaced[]): Replaced[] {
  return [...new Map(all.map((one) => [`${one.field} ${spelt(one.answer)}`, one])).values()];
}
