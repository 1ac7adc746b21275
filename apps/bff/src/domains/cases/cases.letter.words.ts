import { createHash } from 'node:crypto';
import { type Answers, type Outcome, procedureOf } from '@jena/shared/cases';
import { cityTime, type DecisionId, type DocumentId, idFromBytes } from '@jena/shared/kernel';
import type { Reader } from '../../platform/db/access.ts';
import { readEvents } from '../../platform/events.ts';
import { GiveUp } from '../../platform/jobs.ts';
import type { DecisionRow } from './cases.decisions.store.ts';
import { codeOf } from './cases.decisions.ts';
import type { CasesDeps } from './cases.deps.ts';
import { caseStream } from './cases.events.ts';
import { appliedBy, factsOf } from './cases.issued.ts';
import type { Letter } from './cases.letter.ts';
import { openMessages } from './cases.messages.read.ts';
import { refusalOf, remedyOf } from './cases.remedies.ts';
import type { CaseRow } from './cases.store.ts';

export type LetterDeps = CasesDeps & {
  officeName(id: string): string;
  /** The public page that confirms letters, e.g. `https://…/pruefen`. */
  checkPage: string;
};

/** The same decision always gives the same document id, so that a repeated job does not issue twice. */
export function letterId(id: DecisionId): DocumentId {
  return idFromBytes<'document'>(createHash('sha256').update(`letter:${id}`).digest().subarray(0, 16));
}

const germanDay = (day: string) => day.split('-').reverse().join('.');

type Written = { name: string; field: string; letter: Letter };

/** What the letter of a decision says, and what it is called in the vault. */
export async function letterOf(
  deps: LetterDeps,
  db: Reader,
  row: CaseRow,
  decision: DecisionRow,
): Promise<Written> {
  const objectedTo = await objectedDecision(deps, db, row);
  const { name, field, ...words } = await writers[decision.outcome](deps, db, row, objectedTo);
  const code = codeOf(deps, decision.id);
  const office = deps.officeName(row.officeId);
  const at = new Date(decision.decidedAt);
  const reason = (await openMessages(deps, db, row)).get(decision.textId ?? '')?.body;
  const said = decision.outcome === 'approved' ? 'Hinweis' : 'Begründung';
  const letter: Letter = {
    ...words,
    facts: [...words.facts, ...(reason ? [[said, reason] as const] : []), ['Aktenzeichen', row.reference]],
    reference: row.reference,
    office,
    issuedOn: germanDay(cityTime(at).day),
    remedy: remedyOf({ ...row, outcome: decision.outcome, office, objectedTo }),
    check: { code, page: deps.checkPage.replace(/^https?:\/\//, ''), address: `${deps.checkPage}#${code}` },
    at,
  };
  return { name, field, letter };
}

type Words = Pick<Written, 'name' | 'field'> & Pick<Letter, 'title' | 'basis' | 'sentence' | 'facts'>;
type Writer = (deps: LetterDeps, db: Reader, row: CaseRow, objectedTo: string) => Promise<Words>;

/** The day of the last decision on the application itself, which an objection is about. */
async function objectedDecision({ cases }: LetterDeps, db: Reader, { id }: CaseRow): Promise<string> {
  const decision = (await cases.decisions(db, id)).find(({ outcome }) => outcome !== 'objection_denied');
  return decision ? germanDay(cityTime(new Date(decision.decidedAt)).day) : '';
}

async function approval(deps: LetterDeps, db: Reader, row: CaseRow): Promise<Words> {
  const document = deps.catalogue.issued(row.serviceSlug);
  const form = deps.catalogue.form(
    deps.catalogue.service(row.serviceSlug)?.form ?? row.serviceSlug,
    row.formVersion,
  );
  if (!document || !form) throw new GiveUp('nothing is issued for this service');
  const { ownerId, answers: sealed } = row;
  const answers = JSON.parse(
    await deps.seal.open(db, ownerId, sealed, `cases_case.answers:${row.id}`),
  ) as Answers;
  const applicant = await applicantOf(deps, db, row);
  const { name, field, title, basis, sentence } = document;
  const facts = [...factsOf(document, form, { answers, applicant }), ...(await represented(deps, db, row))];
  return { name, field, title, basis, sentence, facts };
}

async function refusal(deps: LetterDeps, db: Reader, row: CaseRow): Promise<Words> {
  const service = deps.catalogue.service(row.serviceSlug)?.title ?? row.serviceSlug;
  return {
    name: 'Ablehnung',
    field: 'bescheid',
    title: 'Ablehnung Ihres Antrags',
    basis: service,
    sentence: 'Ihren Antrag lehnen wir ab.',
    facts: [['Name', await applicantOf(deps, db, row)], ...(await represented(deps, db, row))],
  };
}

async function refusedObjection(
  deps: LetterDeps,
  db: Reader,
  row: CaseRow,
  objectedTo: string,
): Promise<Words> {
  const events = await readEvents(db, deps.tables, { stream: caseStream(row.id) });
  const objected = events.findLast(({ type }) => type === 'cases.objected');
  if (!objected) throw new GiveUp('nobody objected');
  const objectedOn = germanDay(cityTime(new Date(objected.at)).day);
  const { basis, costs } = refusalOf[procedureOf(row.serviceSlug).courts];
  return {
    name: 'Widerspruchsbescheid',
    field: 'widerspruchsbescheid',
    title: 'Widerspruchsbescheid',
    basis,
    sentence: `Ihren Widerspruch vom ${objectedOn} gegen unseren Bescheid vom ${objectedTo} weisen wir zurück. ${costs}`,
    facts: [
      ['Name', await applicantOf(deps, db, row)],
      ...(await represented(deps, db, row)),
      ['Worum es geht', deps.catalogue.service(row.serviceSlug)?.title ?? row.serviceSlug],
    ],
  };
}

const writers: Record<Outcome, Writer> = {
  approved: approval,
  rejected: refusal,
  objection_denied: refusedObjection,
};

const applicantOf = ({ seal }: CasesDeps, db: Reader, { id, ownerId, applicant }: CaseRow) =>
  seal.open(db, ownerId, applicant, `cases_case.applicant:${id}`);

/** What the letter says about who acted for whom; nothing when somebody applied for themselves. */
async function represented(deps: CasesDeps, db: Reader, row: CaseRow): Promise<Letter['facts']> {
  const found = row.mandateId && (await deps.mandates.representation(db, row.mandateId));
  if (!found) return [];
  return [appliedBy({ ...found, holder: await deps.mandates.nameOf(db, row.submittedBy) })];
}
