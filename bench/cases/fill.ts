// A city's ten years in the database: people with sessions and cases, each sealed with its owner's key as the product does.
import { loadCatalogue } from '@jena/content/server';
import type { CaseState } from '@jena/shared/cases';
import { type AccountId, addDays, cityTime, type Instant, newId, toInstant } from '@jena/shared/kernel';
import { createDeps, type Deps } from '../../apps/bff/src/deps.ts';
import { newReference } from '../../apps/bff/src/domains/cases/cases.reference.ts';
import { wordsOf } from '../../apps/bff/src/domains/cases/cases.search.ts';
import { createCasesDomain } from '../../apps/bff/src/domains/cases/index.ts';
import { cookieNames } from '../../apps/bff/src/domains/identity/identity.cookies.ts';
import { openCitizenSession } from '../../apps/bff/src/domains/identity/identity.sessions.ts';
import { tally } from '../../apps/bff/src/domains/indicators/indicators.tally.ts';
import { parseConfig } from '../../apps/bff/src/platform/config.ts';
import { sealJson } from '../../apps/bff/src/platform/crypto/sealing.ts';
import type { Writer } from '../../apps/bff/src/platform/db/access.ts';
import { insertRow } from '../../apps/bff/src/platform/db/prepared.ts';

export type Filling = { accounts: number; cases: number };
/** Somebody with a session, and one of their cases. */
export type Somebody = { cookie: string; caseId: string };

const peopleAtOnce = 200;
const sessions = 400;

/** Of a hundred cases: most are done. */
const shares: readonly [CaseState, number][] = [
  ['delivered', 82],
  ['rejected', 7],
  ['withdrawn', 4],
  ['submitted', 3],
  ['in_review', 2],
  ['evidence_requested', 2],
];
const stateAt = (index: number): CaseState => {
  let below = 0;
  for (const [state, share] of shares) {
    below += share;
    if (index % 100 < below) return state;
  }
  return 'delivered';
};

/** What led there, as the events of the case say. */
const ways: Partial<Record<CaseState, readonly string[]>> = {
  delivered: ['submitted', 'claimed', 'approved', 'delivered'],
  rejected: ['submitted', 'claimed', 'rejected'],
  withdrawn: ['submitted', 'withdrawn'],
  submitted: ['submitted'],
  in_review: ['submitted', 'claimed'],
  evidence_requested: ['submitted', 'claimed', 'evidence_requested'],
};

const answers = JSON.stringify({
  familienname: 'Mustermann',
  vornamen: 'Erika',
  geburtsdatum: '1964-08-12',
  strasse: 'Wagnergasse',
  hausnummer: '12',
  plz: '07743',
  ort: 'Jena',
  email: 'erika@example.org',
  anliegen: 'Ich brauche eine Bescheinigung für meine Bank und für die Hausverwaltung. '.repeat(3),
});

const first = ['Erika', 'Max', 'Anna', 'Peter', 'Fatima', 'Jonas', 'Olena', 'Paul', 'Lena', 'Karl'] as const;
const stems = [
  'Müller',
  'Schmidt',
  'Weber',
  'Becker',
  'Wolf',
  'Neumann',
  'Braun',
  'Krause',
  'Vogt',
  'Haas',
] as const;
const ends = ['', 'berg', 'hausen', 'bach', 'feld', 'stein', 'dorf', 'mann', 'rode', 'städt'] as const;
/** How the applicant of a case is called: a thousand names, of which every word belongs to many. */
export function nameAt(index: number): string {
  const of = <Part>(parts: readonly Part[], by: number) =>
    parts[Math.floor(index / by) % parts.length] as Part;
  return `${of(first, 1)} ${of(stems, 10)}${of(ends, 100)}`;
}

/** Fills an empty product that does not run. Says how far it is; gives people whose sessions are open. */
export async function fill(env: Record<string, string>, { accounts, cases }: Filling): Promise<Somebody[]> {
  const deps = await createDeps(parseConfig({ ...env, LOG_LEVEL: 'error' }));
  const services = [...loadCatalogue().services.values()].filter(({ form }) => form !== null);
  const { stores, counted } = createCasesDomain(deps.store.tables, deps.clock);
  const somebodies: Somebody[] = [];
  const began = performance.now();
  let made = 0;
  try {
    for (let from = 0; from < accounts; from += peopleAtOnce) {
      await deps.store.transaction(async (tx) => {
        for (let person = from; person < Math.min(accounts, from + peopleAtOnce); person++) {
          const upTo = Math.round(((person + 1) * cases) / accounts);
          const own = await addPerson(deps, tx, person < sessions);
          for (; made < upTo; made++)
            own.caseId = await addCase(
              { deps, stores, tx },
              own.accountId,
              made,
              services[made % services.length],
            );
          if (own.cookie !== undefined && own.caseId !== undefined)
            somebodies.push({ cookie: own.cookie, caseId: own.caseId });
        }
      });
      if (from % 10_000 === 0)
        console.log(`${made} cases after ${((performance.now() - began) / 1000).toFixed(0)} s`);
    }
    // What happened in ten years was counted as it came; the product does not begin with all of it.
    while ((await tally(counted, deps)).more);
    return somebodies;
  } finally {
    await deps.close();
  }
}

type Person = { accountId: AccountId; cookie?: string; caseId?: string };

async function addPerson({ domains, keys, clock }: Deps, tx: Writer, comesBack: boolean): Promise<Person> {
  const accountId = newId<'account'>();
  const { identity } = domains.login;
  await identity.addAccount(tx, { id: accountId, subjectHash: accountId, at: toInstant(clock.now()) });
  await keys.create(tx, accountId);
  if (!comesBack) return { accountId };
  const login = { accountId, levelOfAssurance: 'high', method: 'eid' } as const;
  const secret = await openCitizenSession(domains.login, tx, login);
  return { accountId, cookie: `${cookieNames.citizen}=${secret}` };
}

type Service = { slug: string; officeIds: readonly string[] };

type Stores = ReturnType<typeof createCasesDomain>['stores'];

async function addCase(
  { deps, stores: { cases, search }, tx }: { deps: Deps; stores: Stores; tx: Writer },
  ownerId: AccountId,
  index: number,
  service: Service | undefined,
) {
  if (!service) throw new Error('the catalogue has no forms');
  const { tables } = deps.store;
  const id = newId<'case'>();
  const state = stateAt(index);
  // Ten years back, the open ones of the last weeks.
  const open = ['submitted', 'in_review', 'evidence_requested'].includes(state);
  const at = instantOf(deps, open ? index % 40 : 40 + (index % 3_600));
  const key = await deps.keys.create(tx, ownerId);
  const seal = (text: string, column: string) =>
    sealJson(key, `cases_case.${column}:${id}`, text).toString('base64url');
  const officeId = service.officeIds[0] ?? 'buergerservice';
  const reference = await newReference((drawn) => cases.hasReference(tx, drawn));
  const applicant = nameAt(index * 7 + Math.floor(index / 1000));
  await cases.addCase(tx, {
    id,
    reference,
    ownerId,
    submittedBy: ownerId,
    mandateId: null,
    serviceSlug: service.slug,
    officeId,
    formVersion: 1,
    language: 'de',
    state,
    answers: seal(answers, 'answers'),
    applicant: seal(applicant, 'applicant'),
    submittedAt: at,
    updatedAt: at,
  });
  await search.addWords(tx, { caseId: id, submittedAt: at, words: wordsOf(deps, officeId, applicant) });
  for (const type of ways[state] ?? []) {
    const byCitizen = type === 'submitted' || type === 'withdrawn';
    await insertRow(tx, tables.platformEvents, {
      stream: `cases:${id}`,
      type: `cases.${type}`,
      at,
      actorKind: byCitizen ? 'citizen' : 'staff',
      actorId: byCitizen ? ownerId : 'somebody',
      officeId: byCitizen ? null : officeId,
      subject: ownerId,
      data: { caseId: id, reference },
    });
  }
  return id;
}

const instants = new Map<number, Instant>();
function instantOf({ clock }: Deps, daysAgo: number): Instant {
  const known = instants.get(daysAgo);
  if (known) return known;
  const day = addDays(cityTime(clock.now()).day, -daysAgo);
  const at = toInstant(new Date(`${day}T09:${String(daysAgo % 60).padStart(2, '0')}:00Z`));
  instants.set(daysAgo, at);
  return at;
}
