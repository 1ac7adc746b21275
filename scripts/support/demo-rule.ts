// A rule at work in the demonstration: tried by one operator, confirmed by another, as at a real office.
import { readFileSync } from 'node:fs';
import { dataDirectory, loadCatalogue } from '@jena/content/server';
import { findPerson } from '@jena/sandbox/people';
import type { AutomationView } from '@jena/shared/automation';
import type { CaseState } from '@jena/shared/cases';
import { enterAsCitizen, enterAsStaff, type Place, type Visitor } from './doors.ts';

const slug = 'sperrmuell';
const caseworker = 'uwe.lorenz';

type Applicant = { person: string; own: Record<string, string> };
/** Decided by hand, so that the trial has something to compare with. */
const first: Applicant = {
  person: 'henrik',
  own: {
    familienname: 'Vollrath',
    vornamen: 'Henrik',
    geburtsdatum: '1971-09-30',
    strasse: 'Am Planetarium',
    hausnummer: '203a',
    plz: '07743',
    email: 'henrik@example.org',
  },
};
const second: Applicant = {
  person: 'ghada',
  own: {
    familienname: 'al-Ǧawāhirī',
    vornamen: 'Ġāda',
    geburtsdatum: '1990-02-01',
    strasse: 'Karl-Liebknecht-Straße',
    hausnummer: '98',
    plz: '07749',
    email: 'ghada@example.org',
  },
};

async function apply(place: Place, { person, own }: Applicant) {
  const citizen = await enterAsCitizen(place, person);
  const told = JSON.parse(readFileSync(`${dataDirectory}forms/${slug}.cases.json`, 'utf8'));
  const { caseId } = await citizen.mutate<{ caseId: string }>('cases.submit', {
    serviceSlug: slug,
    formVersion: loadCatalogue().form(slug)?.version,
    answers: { ...told[0].answers, ...own },
    attachments: [],
    language: 'de',
    onBehalfOf: null,
  });
  return { citizen, caseId };
}

/** Looks again and again, as a person would, until there is something. */
async function until<Seen>(what: string, look: () => Promise<Seen | undefined>): Promise<Seen> {
  for (let tries = 0; tries < 300; tries++) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`${what} took more than half a minute`);
}

const ruleOf = async (operator: Visitor) =>
  (await operator.query<AutomationView>('automation.overview')).rules.find(({ id }) => id === slug);

/**
 * Lets the rule for bulky waste act, and one application meet it. Leaves a rule alone that somebody switched before.
 * Gives the lines that say what was made.
 */
export async function letRuleAct(place: Place): Promise<string[]> {
  const tomasz = await enterAsStaff(place, 'tomasz.wrobel');
  const rule = await ruleOf(tomasz);
  if (!rule || rule.changedAt !== null) return [];
  const named = { rule: rule.id, version: rule.version };

  const byHand = await apply(place, first);
  const uwe = await enterAsStaff(place, caseworker);
  await uwe.mutate('cases.staff.claim', { caseId: byHand.caseId });
  await uwe.mutate('cases.staff.approve', { caseId: byHand.caseId });

  await tomasz.mutate('automation.simulate', named);
  await until('the trial', async () => (await ruleOf(tomasz))?.simulation?.finishedAt ?? undefined);
  await tomasz.mutate('automation.askOn', {
    ...named,
    reason: 'Die Probe passt zu dem, was wir entscheiden.',
  });
  const anke = await enterAsStaff(place, 'anke.vogel');
  const ask = (await ruleOf(anke))?.asks[0];
  await anke.mutate('automation.confirmOn', { ...named, askId: ask?.id });

  const { citizen, caseId } = await apply(place, second);
  await until('the rule', async () => {
    const { state } = await citizen.query<{ state: CaseState }>('cases.detail', { caseId });
    return ['approved', 'delivered'].includes(state) || undefined;
  });
  const label = (person: string) => findPerson(person)?.label;
  return [
    `${label(first.person)}: Sperrmüll, von Hand genehmigt`,
    `Regel „${rule.title.de}“: erprobt und von zwei Personen eingeschaltet`,
    `${label(second.person)}: Sperrmüll, von der Regel genehmigt`,
  ];
}
