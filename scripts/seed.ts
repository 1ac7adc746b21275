// `npm run seed`: people with cases at different steps, made through the doors that real people use.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadCatalogue } from '@jena/content/server';
import { findPerson } from '@jena/sandbox/people';
import { addDays, cityTime } from '@jena/shared/kernel';
import { photograph } from '../e2e/support/camera.ts';
import { letRuleAct } from './support/demo-rule.ts';
import { enterAsCitizen, enterAsStaff, type Place, uploadDocument, type Visitor } from './support/doors.ts';

const root = resolve(import.meta.dirname, '..');
const serviceSlug = 'wohnsitz-anmelden';
const caseworker = 'jonas.brandt';

type Answers = Record<string, unknown>;
type TestCase = { answers: Answers };

/** How far a case has come when the demonstration begins. */
const steps = {
  submitted: 'neu im Arbeitskorb',
  claimed: 'in Bearbeitung',
  evidence_requested: 'Unterlage nachgefordert',
  approved: 'genehmigt',
} as const;
type Step = keyof typeof steps;

type Applicant = {
  person: string;
  /** Which test case of the form gives the answers. */
  testCase: number;
  /** What is different for this person. */
  own: Answers;
  /** Days since they moved in. */
  movedDaysAgo: number;
  step: Step;
};

const applicants: readonly Applicant[] = [
  { person: 'erika', testCase: 0, own: {}, movedDaysAgo: 6, step: 'evidence_requested' },
  {
    person: 'siobhan',
    testCase: 2,
    own: {
      familienname: 'Ní Dhomhnaill',
      vornamen: 'Siobhán Áine',
      geburtsdatum: '1993-04-17',
      geburtsort: 'Gaillimh',
      staatsangehoerigkeit: ['IE'],
      herkunftsstaat: 'IE',
      neu_strasse: 'Erfurter Straße',
      neu_hausnummer: '35',
      email: 'siobhan@example.org',
    },
    movedDaysAgo: 3,
    step: 'submitted',
  },
  {
    person: 'jannis',
    testCase: 0,
    own: {
      familienname: 'Adler',
      geburtsname: '',
      vornamen: 'Jannis',
      geburtsdatum: '1988-07-21',
      geburtsort: 'Saalfeld/Saale',
      geschlecht: 'm',
      neu_strasse: 'Dornburger Straße',
      neu_hausnummer: '8',
      email: 'jannis@example.org',
    },
    movedDaysAgo: 1,
    step: 'submitted',
  },
  {
    person: 'krzysztof',
    testCase: 1,
    own: {
      familienname: 'Brzęczyszczykiewicz-Łużycki',
      geburtsname: '',
      vornamen: 'Krzysztof',
      geburtsdatum: '1981-02-28',
      geburtsort: 'Zgorzelec',
      geschlecht: 'm',
      email: 'krzysztof@example.org',
    },
    movedDaysAgo: 9,
    step: 'claimed',
  },
  {
    person: 'amadou',
    testCase: 0,
    own: {
      familienname: 'Keïta',
      geburtsname: '',
      vornamen: 'Amadou',
      geburtsdatum: '1950-01-01',
      geburtsort: 'Kayes',
      geschlecht: 'm',
      staatsangehoerigkeit: ['ML'],
      bisher_strasse: 'Magdeburger Allee',
      bisher_hausnummer: '310',
      bisher_plz: '99086',
      bisher_ort: 'Erfurt',
      email: 'amadou@example.org',
    },
    movedDaysAgo: 12,
    step: 'approved',
  },
];

/** What the phone would send for an applicant, its picture uploaded already. */
async function application(place: Place, citizen: Visitor, applicant: Applicant) {
  const cases = resolve(root, `packages/content/data/forms/${serviceSlug}.cases.json`);
  const answers = (JSON.parse(readFileSync(cases, 'utf8')) as TestCase[])[applicant.testCase]?.answers;
  const moved = addDays(cityTime(new Date()).day, -applicant.movedDaysAgo);
  const documentId = await uploadDocument(place, citizen, {
    bytes: await photograph(),
    name: 'Wohnungsgeberbestätigung.jpg',
    mediaType: 'image/jpeg',
  });
  return {
    serviceSlug,
    formVersion: loadCatalogue().form(serviceSlug)?.version,
    answers: { ...answers, ...applicant.own, einzugsdatum: moved },
    attachments: [{ field: 'wohnungsgeberbestaetigung', documentId }],
    language: 'de',
    onBehalfOf: null,
  };
}

/** A complete application that can be submitted, for a person who is logged in. */
export function demoApplication(place: Place, citizen: Visitor) {
  return application(place, citizen, {
    person: 'erika',
    testCase: 0,
    own: {},
    movedDaysAgo: 6,
    step: 'submitted',
  });
}

async function apply(place: Place, citizen: Visitor, applicant: Applicant): Promise<string> {
  const { caseId } = await citizen.mutate<{ caseId: string }>(
    'cases.submit',
    await application(place, citizen, applicant),
  );
  return caseId;
}

async function work(staff: Visitor, caseId: string, step: Step): Promise<void> {
  if (step === 'submitted') return;
  await staff.mutate('cases.staff.claim', { caseId });
  if (step === 'evidence_requested') {
    await staff.mutate('cases.staff.requestEvidence', {
      caseId,
      field: 'wohnungsgeberbestaetigung',
      reason:
        'Auf dem Foto ist die Unterschrift der Vermieterin nicht zu sehen. Bitte fotografieren Sie auch den unteren Rand.',
    });
  }
  if (step === 'approved') await staff.mutate('cases.staff.approve', { caseId });
}

/** Amara has a daughter; Henrik has a small firm in which Jannis works. Gives the lines that say what was made. */
async function represent(place: Place): Promise<string[]> {
  const made: string[] = [];
  const isNew = async (visitor: Visitor) =>
    (await visitor.query<{ held: unknown[] }>('mandates.mine')).held.length === 0;
  const amara = await enterAsCitizen(place, 'amara');
  if (await isNew(amara)) {
    const ada = { givenNames: 'Ada', familyName: 'Okonkwo', birthDate: '2019-03-04', birthPlace: 'Jena' };
    await amara.mutate('mandates.declareChild', ada);
    made.push('Amara Okonkwo: handelt für ihre Tochter Ada');
  }
  const henrik = await enterAsCitizen(place, 'henrik');
  if (await isNew(henrik)) {
    const firm = { name: 'Saaletal Fahrrad GmbH', registerNumber: 'HRB 501234' };
    const { mandateId: business } = await henrik.mutate<{ mandateId: string }>(
      'mandates.declareBusiness',
      firm,
    );
    const terms = { business, label: 'Jannis im Büro', services: ['gewerbe-ummelden'], untilDay: null };
    const { mandateId } = await henrik.mutate<{ mandateId: string }>('mandates.invite', terms);
    const { code } = await henrik.query<{ code: string }>('mandates.invitation', { mandateId });
    const jannis = await enterAsCitizen(place, 'jannis');
    await jannis.mutate('mandates.take', { code });
    await jannis.mutate('mandates.accept', { mandateId });
    made.push(`Dr. Henrik Vollrath: ${firm.name}, mit Jannis Adler als Mitarbeiter`);
  }
  return made;
}

/** Gives every demo person without cases one case, and lets a rule act; gives the lines that say what was made. */
export async function seed(place: Place): Promise<string[]> {
  const made: string[] = [];
  let staff: Visitor | undefined;
  for (const applicant of applicants) {
    const citizen = await enterAsCitizen(place, applicant.person);
    const known = await citizen.query<{ cases: unknown[] }>('cases.mine');
    if (known.cases.length > 0) continue;
    const caseId = await apply(place, citizen, applicant);
    if (applicant.step !== 'submitted') staff ??= await enterAsStaff(place, caseworker);
    if (staff) await work(staff, caseId, applicant.step);
    made.push(`${findPerson(applicant.person)?.label}: ${steps[applicant.step]}`);
  }
  made.push(...(await represent(place)), ...(await letRuleAct(place)));
  return made;
}

if (import.meta.main) {
  const dataDir = resolve(process.env['DATA_DIR'] ?? resolve(root, '.data'));
  const file = resolve(dataDir, 'sandbox/sandbox.json');
  if (!existsSync(file)) {
    console.error('The sandbox is not running: start the product with `npm start` first.');
    process.exit(1);
  }
  const place: Place = {
    origin: `http://localhost:${process.env['PORT'] ?? 3000}`,
    sandbox: JSON.parse(readFileSync(file, 'utf8')),
  };
  const made = await seed(place);
  console.log(made.length > 0 ? made.join('\n') : 'Everybody has a case already.');
}
