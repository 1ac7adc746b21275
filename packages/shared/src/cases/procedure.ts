import type { Day } from '../kernel/index.ts';
import { endOfDays, endOfMonths } from './periods.ts';

export const outcomes = ['approved', 'rejected', 'objection_denied'] as const;
export type Outcome = (typeof outcomes)[number];

/** Which courts look at a decision: those of administration, or of social law (§ 51 SGG). */
export type Courts = 'administrative' | 'social';

/** What differs from service to service in the one state machine. */
export type Procedure = {
  /** Days a person has to bring a missing paper. */
  evidenceDays: number;
  /** Outcomes to which people may object. A mere confirmation decides nothing, a refusal always does. */
  objectionTo: readonly Outcome[];
  courts: Courts;
  /** Why a second caseworker has to agree before it is decided; null where one decides. */
  fourEyes: 'money' | 'status' | null;
  /** By when the office has to act, and by which law. */
  decideWithin: { months: number; basis: string } | { days: number; basis: string };
};

const standard: Procedure = {
  evidenceDays: 14,
  objectionTo: ['approved', 'rejected'],
  courts: 'administrative',
  fourEyes: null,
  // Nobody must wait longer without a reason: afterwards a court may be called.
  decideWithin: { months: 3, basis: '§ 75 VwGO' },
};

/** Reports, registrations and preparations: what is issued confirms, and decides nothing. */
const confirmed: Partial<Procedure> = { objectionTo: ['rejected'] };
const business: Partial<Procedure> = {
  ...confirmed,
  decideWithin: { days: 3, basis: '§ 15 Absatz 1 GewO' },
};

/** Services that differ from the standard. What the city's lawyers have not confirmed is named in docs/decisions/0063. */
const procedures: Readonly<Record<string, Partial<Procedure>>> = {
  'aufenthaltstitel-erteilen': { fourEyes: 'status' },
  'ausweis-verlust-melden': confirmed,
  'bauanzeige-freistellung': confirmed,
  beglaubigung: confirmed,
  'bildung-und-teilhabe': { courts: 'social', fourEyes: 'money' },
  'eheschliessung-anmelden': confirmed,
  'eid-karte': confirmed,
  einbuergerung: { fourEyes: 'status' },
  elterngeld: { courts: 'social', fourEyes: 'money' },
  fuehrungszeugnis: confirmed,
  fundsache: confirmed,
  'gaststaette-anzeigen': confirmed,
  'geburt-beurkunden': confirmed,
  'gewerbe-abmelden': business,
  'gewerbe-anmelden': business,
  'gewerbe-ummelden': business,
  'kita-platz': confirmed,
  personalausweis: confirmed,
  reisepass: confirmed,
  schulanmeldung: confirmed,
  sperrmuell: confirmed,
  verpflichtungserklaerung: confirmed,
  'vorlaeufiger-personalausweis': confirmed,
  'vorlaeufiger-reisepass': confirmed,
  // The law of elections has remedies of its own, with days instead of months.
  'wahlschein-briefwahl': { objectionTo: [] },
  'wohnsitz-abmelden': confirmed,
  'wohnsitz-anmelden': confirmed,
  'wohnsitz-ummelden': confirmed,
  wohngeld: { fourEyes: 'money' },
  wunschkennzeichen: confirmed,
};

/** How a service's cases go. */
export function procedureOf(serviceSlug: string): Procedure {
  const own = Object.hasOwn(procedures, serviceSlug) ? procedures[serviceSlug] : undefined;
  return { ...standard, ...own };
}

/** True where one caseworker proposes a decision and another one makes it (docs/decisions/0081). */
export const needsSecond = (serviceSlug: string): boolean => procedureOf(serviceSlug).fourEyes !== null;

/** The last day on which the office has to have acted on what was handed in on a day. */
export function decideUntil({ decideWithin }: Procedure, handedInOn: Day): Day {
  return 'months' in decideWithin
    ? endOfMonths(handedInOn, decideWithin.months)
    : endOfDays(handedInOn, decideWithin.days);
}
