import { readFileSync } from 'node:fs';
import {
  type Answers,
  bundleProgress,
  type FormCase,
  type FormContext,
  isEmpty,
  laterQuestion,
  ownQuestion,
  partInstances,
  reach,
  splitBundle,
  validateForm,
} from '@jena/shared/forms';
import { describe, expect, test } from 'vitest';
import { kitaList, makeBundles } from './bundles.ts';
import { composeBundle } from './compose-bundle.ts';
import { countries } from './countries.ts';
import { dataDirectory, loadContent } from './load.ts';
import { parseContent } from './parse.ts';
import type { ServiceBundle } from './service-bundle.ts';
import { checkBundles, newestForm } from './validate-bundle.ts';

const { content } = parseContent(loadContent());
const umzug = content.bundles.find(({ slug }) => slug === 'umzug') as ServiceBundle;
const formOf = (service: string) => newestForm(content, service);
const form = composeBundle(umzug, formOf);
const bundle = { parts: umzug.parts, form };
const picture = [{ mediaType: 'image/jpeg' }];

const context = (files: FormContext['files'] = {}): FormContext => ({
  today: '2026-11-23' as FormContext['today'],
  codeLists: {
    streets: new Set(content.streets),
    countries: new Set(countries('de').map(({ code }) => code)),
    kitas: new Set(kitaList(content.kitas).map(({ code }) => code)),
  },
  files,
});

/** Somebody of a form's own test cases who lacks nothing. */
function somebody(slug: string, fits: (told: FormCase) => boolean = () => true): FormCase {
  const all = JSON.parse(readFileSync(`${dataDirectory}/forms/${slug}.cases.json`, 'utf8')) as FormCase[];
  const found = all.find((told) => told.expect.problems.length === 0 && fits(told));
  if (!found) throw new Error(`nobody fills ${slug}`);
  return found;
}

/** Erika moves; what she says of herself is said once. */
const common: Answers = {
  ...{ einzugsdatum: '2026-11-16', auto: 'nein', hund: 'nein', kind_schule: 'nein', anzahl_personen: 1 },
  ...{ neu_strasse: 'Wagnergasse', neu_hausnummer: '12', neu_plz: '07743', neu_ort: 'Jena' },
  ...{ familienname: 'Mustermann', vornamen: 'Erika', geburtsdatum: '1964-08-12', geburtsort: 'Berlin' },
  ...{ staatsangehoerigkeit: ['DE'], wohnungsgeber_name: 'Wohnbau Jena', email: 'erika@example.org' },
  ...{ erklaerung_wahrheit: true, datenschutz: true },
};
const everything: Answers = {
  ...common,
  ...{ umzug_art: 'zu', auto: 'ja', parken: 'ja', hund: 'ja', kind_schule: 'ja', anzahl_personen: 2 },
  weitere_personen: [
    {
      ...{ familienname: 'Mustermann', vornamen: 'Ada', geburtsdatum: '2018-03-01' },
      ...{ staatsangehoerigkeit: ['DE'], verwandtschaft: 'kind', schule: 'ja' },
    },
  ],
  kennzeichen: 'WE-EM 123',
  anmelden__minderjaehrige_ohne_beide_eltern: 'nein',
};

/** What each part asks for itself, answered as in the form's own cases. */
function ownAnswers(): { answers: Answers; files: Record<string, typeof picture> } {
  const answers: Answers = {};
  const files: Record<string, typeof picture> = {};
  const told: Record<string, FormCase> = {
    anmelden: somebody('wohnsitz-anmelden', ({ answers: { zuzug_ausland } }) => zuzug_ausland === 'nein'),
    ummelden: somebody('wohnsitz-ummelden'),
    auto: somebody('kfz-ummelden', ({ answers: { anlass } }) => anlass === 'umzug_nach'),
    parken: somebody('bewohnerparkausweis', ({ answers: { antragsart } }) => antragsart === 'neu'),
    hund: somebody('hund-anmelden'),
    schule1: somebody('schulanmeldung'),
  };
  for (const { id, part } of partInstances(umzug.parts)) {
    const { answers: own = {}, files: papers = {} } = told[id] ?? {};
    for (const { name } of formOf(part.service)?.pages.flatMap(({ fields }) => fields) ?? []) {
      if (part.map[name] !== undefined) continue;
      const answer = own[name];
      if (answer !== undefined && !isEmpty(answer)) answers[ownQuestion(id, name)] = answer;
      if (papers[name]) files[ownQuestion(id, name)] = picture;
    }
  }
  return { answers, files };
}

function handedIn(said: Answers) {
  const own = ownAnswers();
  const files = { wohnungsgeberbestaetigung: picture, fahrzeugschein: picture, ...own.files };
  const answers = { ...own.answers, ...said };
  const parts = splitBundle(bundle, { answers, files }, formOf, context());
  const { problems } = validateForm(form, answers, context(files));
  return {
    problems: problems.map(({ path, code }) => `${path}: ${code}`),
    parts: parts.map((one) => ({
      id: one.id,
      service: one.service,
      waits: one.waits,
      answers: one.answers,
      files: Object.keys(one.files),
      problems: validateForm(one.form, one.answers, context(one.files)).problems.map(({ path }) => path),
    })),
  };
}

describe('the move as one', () => {
  test('is sound, in every language', () => {
    expect(checkBundles(content)).toEqual([]);
    for (const language of ['de', 'en'] as const) {
      const [made] = makeBundles(content, language).serviceBundles.bundles;
      expect(made?.form.pages.map(({ id }) => id)).toEqual(form.pages.map(({ id }) => id));
      expect(made?.parts.every(({ fee }) => fee.variant !== '')).toBe(true);
    }
  });

  test('with everything becomes five applications that their forms take as they are', () => {
    const { problems, parts } = handedIn(everything);
    expect(problems).toEqual([]);
    expect(parts.map(({ id, problems: own, waits }) => [id, own, waits])).toEqual([
      ['anmelden', [], false],
      ['auto', [], false],
      ['parken', [], false],
      ['hund', [], false],
      ['schule1', [], false],
    ]);
    const plates = parts.map(({ answers: { kennzeichen, altes_kennzeichen: old } }) => kennzeichen ?? old);
    expect(plates).toEqual([undefined, 'WE-EM123', 'WE-EM123', undefined, undefined]);
    expect(
      parts.map(({ answers: { familienname, e1_familienname: parent } }) => familienname ?? parent),
    ).toEqual(parts.map(() => 'Mustermann'));
    expect(parts.map(({ files }) => files.includes('zb1'))).toEqual([false, true, true, false, false]);
  });

  test('within Jena the vehicle goes with the new address: it is no application of its own', () => {
    const { problems, parts } = handedIn({
      ...common,
      umzug_art: 'in',
      auto: 'ja',
      parken: 'nein',
      kennzeichen: 'J-AB 12',
    });
    expect(problems).toEqual([]);
    expect(parts.map(({ id, problems: own }) => [id, own])).toEqual([['ummelden', []]]);
    expect(parts[0]?.answers).toMatchObject({ anlass: 'umzug', fahrzeug: 'ja', kennzeichen: 'J-AB12' });
  });

  test('asks few questions of somebody who moves alone', () => {
    const { pages } = reach(form, { ...common, umzug_art: 'in' }, context());
    expect(pages.map(({ page }) => page.id)).toEqual([
      ...['umzug', 'dazu', 'neue-adresse', 'person', 'staatsangehoerigkeit', 'personen', 'wohnungsgeber'],
      ...['ummelden-bisherige-adresse', 'kontakt', 'erklaerung'],
    ]);
  });

  test('leaves a part for later without asking for its papers, and keeps what is known of it', () => {
    const later = {
      ...everything,
      parken: 'nein',
      [laterQuestion('auto')]: true,
      [laterQuestion('hund')]: true,
    };
    const { fahrzeugschein: _none, ...answers } = later as Answers;
    const { pages } = reach(form, answers, context());
    expect(pages.map(({ page }) => page.id)).not.toContain('fahrzeug');
    const { problems, parts } = handedIn(later);
    expect(problems).toEqual([]);
    expect(parts.map(({ id, waits }) => [id, waits])).toEqual([
      ['anmelden', false],
      ['auto', true],
      ['hund', true],
      ['schule1', false],
    ]);
    expect(parts[1]?.answers).toMatchObject({ familienname: 'Mustermann', strasse: 'Wagnergasse' });
    expect(parts[1]?.answers).toHaveProperty('fin');
  });

  test('tells how far each part is', () => {
    const { parts } = bundleProgress(bundle, everything, context());
    expect(parts.map(({ id, next }) => [id, next])).toEqual([
      ['anmelden', 'anmelden-wohnung'],
      ['auto', 'auto-anlass'],
      ['parken', 'parken-antrag'],
      ['hund', 'hund-hund'],
      ['schule1', 'schule1-anlass'],
    ]);
    const whole = { ...everything, ...ownAnswers().answers };
    const filled = bundleProgress(bundle, whole, context(ownAnswers().files)).parts;
    expect(filled.map(({ done, total, next }) => [done === total, next])).toEqual(
      filled.map(() => [true, undefined]),
    );
  });
});

test('a bundle that asks less than a form needs is refused', () => {
  const [first, ...parts] = umzug.parts;
  if (!first) throw new Error('no part');
  const wrong = {
    ...umzug,
    parts: [{ ...first, map: { ...first.map, vornamen: { omit: true as const } } }, ...parts],
  };
  expect(checkBundles({ ...content, bundles: [wrong] })).toMatchObject([{ rule: 'bundle-mapping' }]);
  const unpaid = { ...umzug, parts: [{ ...first, fee: 'nichts' }, ...parts] };
  expect(checkBundles({ ...content, bundles: [unpaid] })).toMatchObject([{ rule: 'bundle-unknown-fee' }]);
});
