import { fieldsOf, holds } from '../forms/conditions.ts';
import type { Condition } from '../forms/definition.ts';
import type { Answer, Answers } from '../forms/index.ts';
import type { Day } from '../kernel/days.ts';

/** What is known of the papers of one question. `kinds`: what their owner says they are, where they say it. */
export type EvidenceFacts = { count: number; kinds: string[]; isExpired: boolean };

/** The register's answer as rules may read it. `needs_person`: several people fit, or it must not be told. */
export type RegisterFacts = {
  status: 'found' | 'not_found' | 'needs_person';
  sameAddress: boolean;
  isMainHome: boolean;
  hasMovedAway: boolean;
};

/** All that a rule looks at. A look-up is left out until it was made; `unavailable` when the register did not answer. */
export type Facts = {
  today: Day;
  formVersion: number;
  /** Somebody acts for the applicant. */
  isRepresented: boolean;
  /** An earlier application may be for the same, and nobody found that it is for something else: one of the same person, or one of another account with the same details. */
  looksRepeated: 'person' | 'details' | null;
  /** The person asked that a human decides. */
  wantsPerson: boolean;
  answers: Answers;
  evidence: Readonly<Record<string, EvidenceFacts>>;
  /** Papers that were asked for already, by their question. */
  asked: readonly string[];
  /** Null when no card was read. */
  card: { isSamePerson: boolean } | null;
  registers: Readonly<Record<string, RegisterFacts | 'unavailable'>>;
};

const registerField = /^register\.([a-z][a-z0-9_]*)\./;

/** The look-ups that a condition needs, in its order. */
export function lookupsOf(condition: Condition): string[] {
  return [...new Set(fieldsOf(condition).flatMap((field) => registerField.exec(field)?.[1] ?? []))];
}

/** Facts beside the answers, by the names that conditions have for them. */
export const evidenceFacts = ['count', 'kinds', 'isExpired'] as const;
export const registerFacts = ['status', 'sameAddress', 'isMainHome', 'hasMovedAway'] as const;
export const cardFacts = ['isKnown', 'isSamePerson'] as const;

const member = (value: object | undefined, name: string): Answer | undefined =>
  value !== undefined && Object.hasOwn(value, name) ? (value as Record<string, Answer>)[name] : undefined;

function fact(facts: Facts, field: string): Answer | readonly Answer[] | undefined {
  const [place = '', name = '', what = ''] = field.split('.');
  if (place === 'evidence')
    return (
      member(Object.hasOwn(facts.evidence, name) ? facts.evidence[name] : undefined, what) ??
      (what === 'count' ? 0 : undefined)
    );
  if (place === 'register') {
    const found = Object.hasOwn(facts.registers, name) ? facts.registers[name] : undefined;
    return typeof found === 'object' ? member(found, what) : undefined;
  }
  if (place === 'card') return name === 'isKnown' ? facts.card !== null : (facts.card?.isSamePerson ?? false);
  const answer = member(facts.answers, place);
  if (name === '' || !Array.isArray(answer)) return answer;
  return (answer as readonly object[])
    .map((item) => member(item, name))
    .filter((inner): inner is Answer => inner !== undefined);
}

/** True when a condition holds for these facts. */
export function factsMeet(condition: Condition, facts: Facts): boolean {
  return holds(condition, (field) => fact(facts, field), facts.today);
}
