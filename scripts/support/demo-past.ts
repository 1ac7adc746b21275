// A past for the demonstration: half a year of applications, decided by the real use cases while the clock stood there.
import { readFileSync } from 'node:fs';
import { dataDirectory, loadCatalogue } from '@jena/content/server';
import { staff } from '@jena/sandbox/staff';
import {
  type AccountId,
  type Actor,
  addDays,
  type CaseId,
  type CitizenActor,
  cityInstant,
  cityTime,
  type Day,
  newId,
  type StaffActor,
  toInstant,
} from '@jena/shared/kernel';
import { createApp } from '../../apps/bff/src/app.ts';
import { createDeps, type Deps } from '../../apps/bff/src/deps.ts';
import { parseConfig } from '../../apps/bff/src/platform/config.ts';
import { planJob } from '../../apps/bff/src/platform/jobs.ts';
import { createCallerFactory } from '../../apps/bff/src/platform/trpc.ts';
import { createRouter } from '../../apps/bff/src/router.ts';

type Answers = Record<string, unknown>;
type Past = {
  service: string;
  caseworker: string;
  cases: number;
  /** How long the office takes, in hours, from one case to the next. */
  hours: readonly number[];
  own?: (told: { day: Day; birthDate: string }) => Answers;
};

const pasts: readonly Past[] = [
  { service: 'meldebescheinigung', caseworker: 'mira.seidel', cases: 32, hours: [3, 20, 5, 26, 2, 49] },
  { service: 'kfz-abmelden', caseworker: 'susanne.roth', cases: 26, hours: [1, 2, 22, 4] },
  {
    service: 'fundsache',
    caseworker: 'lea.stern',
    cases: 24,
    hours: [70, 143, 26, 214, 97],
    own: ({ day }) => ({ datum: addDays(day, -2) }),
  },
  {
    service: 'geburtsurkunde-anfordern',
    caseworker: 'clara.hoffmann',
    cases: 22,
    hours: [46, 71, 98, 52, 168],
    own: ({ birthDate }) => ({ ereignis: birthDate }),
  },
  // Too few for times: the page says so.
  { service: 'beglaubigung', caseworker: 'jonas.brandt', cases: 14, hours: [24, 50] },
];

const firstNames = ['Anna', 'Peter', 'Fatima', 'Olena', 'Paul', 'Minh', 'Karl', 'Zeynep', 'Ida', 'Emil'];
const familyNames = ['Albrecht', 'Bergner', 'Demir', 'Fröhlich', 'Graf', 'Hahn', 'Iwanow', 'Jahn', 'Kühn'];
/** Half a year: every month of it has something to show. */
const lookBackDays = 180;
const hourMs = 3_600_000;

type Step = { at: Date; act: () => Promise<void> };

/** Lets the past happen in a product that is still empty and does not run; says how many cases came of it. */
export async function makePast(env: Record<string, string | undefined>): Promise<number> {
  let now = new Date();
  const deps = await createDeps(parseConfig({ ...env, LOG_LEVEL: 'error' }), { clock: { now: () => now } });
  try {
    const { read, tables } = deps.store;
    if ((await read.$count(tables.cases)) > 0) return 0;
    console.log('  Das letzte halbe Jahr wird angelegt, nur beim ersten Start …');
    const office = openOffice(deps);
    const today = cityTime(now).day;
    const steps = pasts
      .flatMap((past) =>
        Array.from({ length: past.cases }, (_, index) => storyOf(office, past, index, today)),
      )
      .flat()
      .sort((one, other) => one.at.getTime() - other.at.getTime());
    for (const { at, act } of steps) {
      now = at;
      await act();
    }
    now = new Date();
    const counting = { kind: 'indicators.tally', payload: {}, at: toInstant(now) };
    await deps.store.transaction((tx) => planJob(tx, tables, counting));
    await deps.jobs.drain();
    return pasts.reduce((all, { cases }) => all + cases, 0);
  } finally {
    await deps.close();
  }
}

type Office = ReturnType<typeof openOffice>;

/** What happens to one application: somebody looks, begins, sends; the office takes it, decides. */
function storyOf(office: Office, past: Past, index: number, today: Day): Step[] {
  const { service, cases, hours } = past;
  const day = addDays(today, -lookBackDays + Math.floor(((index + 0.5) * (lookBackDays - 14)) / cases));
  const sent = cityInstant(day, `1${index % 6}:${10 + ((index * 17) % 50)}`);
  const took = hours[index % hours.length] ?? 1;
  const after = (share: number) => new Date(sent.getTime() + share * took * hourMs);
  let caseId: CaseId;
  const looks = 2 + (index % 4);
  return [
    { at: new Date(sent.getTime() - hourMs / 2), act: () => office.tell(service, 'visit', looks) },
    {
      at: new Date(sent.getTime() - hourMs / 3),
      act: () => office.tell(service, 'begun', index % 5 === 0 ? 2 : 1),
    },
    {
      at: sent,
      act: async () => {
        caseId = await office.sends(past, index, day);
        if (index % 2 === 0) await office.tell(service, index % 7 === 0 ? 'partly' : 'satisfied', 1);
      },
    },
    { at: after(0.5), act: async () => office.takes(past.caseworker, caseId) },
    { at: after(1), act: async () => office.decides(past.caseworker, caseId, index % 11 !== 10) },
  ];
}

/** The product's own procedures, called by people of the past. */
function openOffice(deps: Deps) {
  const { store, clock, domains, log } = deps;
  const { identity } = domains.identity;
  const callerOf = createCallerFactory(createRouter(deps));
  const app = createApp(deps);
  const catalogue = loadCatalogue();
  const desks = new Map<string, Promise<StaffActor>>();
  const key = () => ({ idempotencyKey: newId<'idempotency'>() });

  const as = (actor: Actor) =>
    callerOf({
      store,
      clock,
      log,
      newId,
      actor,
      request: {
        requestId: 'past',
        language: 'de',
        address: '127.0.0.1',
        userAgent: 'demonstration',
        headers: new Headers(),
        responseHeaders: new Headers(),
      },
    });

  async function newcomer(): Promise<CitizenActor> {
    const accountId = newId<'account'>() as AccountId;
    const account = { id: accountId, subjectHash: accountId, at: toInstant(clock.now()) };
    await store.transaction((tx) => identity.addAccount(tx, account));
    return { kind: 'citizen', accountId, sessionId: newId<'session'>(), levelOfAssurance: 'high' };
  }

  async function enterDesk(id: string): Promise<StaffActor> {
    const known = staff.find((one) => one.id === id);
    if (!known) throw new Error(`nobody at the offices is called ${id}`);
    const { name, office_id: officeId } = known;
    const roles: StaffActor['roles'] = ['caseworker'];
    const person = { id: newId<'staff'>(), subject: id, name, officeId, roles: [...roles] };
    const staffId = await store.transaction((tx) =>
      identity.saveStaff(tx, { ...person, at: toInstant(clock.now()) }),
    );
    return { kind: 'staff', staffId, sessionId: newId<'session'>(), name, officeId, roles };
  }
  function desk(id: string): Promise<StaffActor> {
    const entered = desks.get(id) ?? enterDesk(id);
    desks.set(id, entered);
    return entered;
  }

  return {
    /** The app tells that something was looked at, begun or liked, without saying by whom. */
    async tell(service: string, what: string, times: number): Promise<void> {
      for (let time = 0; time < times; time++)
        await app.request('/zaehlen', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ service, what }),
        });
    },

    async sends({ service, own }: Past, index: number, day: Day): Promise<CaseId> {
      const told = JSON.parse(readFileSync(`${dataDirectory}forms/${service}.cases.json`, 'utf8'));
      const vornamen = firstNames[index % firstNames.length];
      const familienname = familyNames[(index + Math.floor(index / 10)) % familyNames.length];
      const birthDate = `${1950 + ((index * 7 + service.length * 3) % 55)}-0${1 + (index % 9)}-1${index % 10}`;
      const answers = { vornamen, familienname, geburtsdatum: birthDate, email: 'einst@example.org' };
      const { caseId } = await as(await newcomer()).cases.submit({
        ...key(),
        serviceSlug: service,
        formVersion: catalogue.form(service)?.version ?? 1,
        answers: { ...told[0].answers, ...answers, ...own?.({ day, birthDate }) },
        attachments: [],
        language: 'de',
        onBehalfOf: null,
      });
      return caseId;
    },

    async takes(caseworker: string, caseId: CaseId): Promise<void> {
      await as(await desk(caseworker)).cases.staff.claim({ ...key(), caseId, from: null });
    },

    async decides(caseworker: string, caseId: CaseId, isGranted: boolean): Promise<void> {
      const { staff: office } = as(await desk(caseworker)).cases;
      if (isGranted) await office.approve({ ...key(), caseId, note: '' });
      else await office.reject({ ...key(), caseId, note: 'Uns fehlen die nötigen Angaben.' });
      // What follows a decision, e.g. the document, is of that day too.
      await deps.jobs.drain();
    },
  };
}
