import type { CardData } from '@jena/shared/account';
import type { EvidenceFacts, Facts, RegisterFacts, RegisterLookup } from '@jena/shared/automation';
import type { Answers } from '@jena/shared/cases';
import { foldStreet } from '@jena/shared/forms';
import type { Day, Instant } from '@jena/shared/kernel';
import {
  type PersonQuery,
  type RegisterAnswer,
  RegisterError,
  type RegisterPort,
} from '../../adapters/register/port.ts';
import type { OpenedCase } from '../cases/index.ts';

const words = (answer: Answers[string] | null | undefined): string =>
  typeof answer === 'string' ? answer.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ') : '';

/** Papers by question. What their owner calls `other` says nothing about what they are. */
function evidenceOf({ papers }: Pick<OpenedCase, 'papers'>, today: Day): Record<string, EvidenceFacts> {
  const evidence: Record<string, EvidenceFacts> = {};
  for (const { field, document } of papers) {
    const { type, validUntil } = document.details;
    const known = evidence[field] ?? { count: 0, kinds: [], isExpired: false };
    evidence[field] = {
      count: known.count + 1,
      kinds: type === 'other' ? known.kinds : [...known.kinds, type],
      isExpired: known.isExpired || (validUntil !== null && validUntil < today),
    };
  }
  return evidence;
}

/** The applicant is who the card says. Names that the card does not know compare with nothing. */
function cardFacts(card: CardData | null, answers: Answers): Facts['card'] {
  if (card === null) return null;
  const pairs = [
    [card.familyName, answers['familienname']],
    [card.givenNames, answers['vornamen']],
    [card.birthDate, answers['geburtsdatum']],
  ] as const;
  return {
    isSamePerson: pairs.every(([said, written]) => words(said) !== '' && words(said) === words(written)),
  };
}

type Knowing = { opened: OpenedCase; card: CardData | null; wantsPerson: boolean; today: Day; at?: Instant };

/** What a rule may know of a case, before any register is asked. `at` leaves out what came later. */
export function factsOf({ opened, card, wantsPerson, today, at }: Knowing): Facts {
  const { row, answers, papers, asked, looksRepeated } = opened;
  const then = papers.filter(({ addedAt }) => at === undefined || addedAt <= at);
  return {
    today,
    formVersion: row.formVersion,
    isRepresented: row.mandateId !== null,
    looksRepeated,
    wantsPerson,
    answers,
    evidence: evidenceOf({ papers: then }, today),
    asked: asked.filter((request) => at === undefined || request.at <= at).map(({ field }) => field),
    card: cardFacts(card, answers),
    registers: {},
  };
}

const text = (answers: Answers, field: string) => (typeof answers[field] === 'string' ? answers[field] : '');
const number = (value: string) => value.toLowerCase().replaceAll(/\s+/g, '');

/**
 * Asks the register what a rule needs to know.
 * @throws RegisterError when it is away
 */
export async function lookUp(
  register: RegisterPort,
  lookup: RegisterLookup,
  answers: Answers,
): Promise<RegisterFacts> {
  const { familyName, givenNames, birthDate } = lookup.ask;
  const query: PersonQuery = {
    familyName: text(answers, familyName),
    givenNames: text(answers, givenNames),
    birthDate: text(answers, birthDate),
  };
  return registerFacts(await register.find(query), lookup, answers);
}

function registerFacts(answer: RegisterAnswer, { address }: RegisterLookup, answers: Answers): RegisterFacts {
  if (answer.status !== 'found')
    return { status: answer.status, sameAddress: false, isMainHome: false, hasMovedAway: false };
  const home =
    address &&
    answer.homes.find(
      ({ street, houseNumber, postcode }) =>
        foldStreet(street) === foldStreet(text(answers, address.street)) &&
        number(houseNumber) === number(text(answers, address.houseNumber)) &&
        postcode === text(answers, address.postcode).trim(),
    );
  return {
    status: 'found',
    sameAddress: home !== undefined,
    isMainHome: home?.isMain ?? false,
    hasMovedAway: answer.hasMovedAway,
  };
}

/** The same, but what cannot be known is said so instead of thrown. */
export async function lookUpOrNot(
  ...asked: Parameters<typeof lookUp>
): Promise<RegisterFacts | 'unavailable'> {
  try {
    return await lookUp(...asked);
  } catch (error) {
    if (error instanceof RegisterError) return 'unavailable';
    throw error;
  }
}
