import { describe, expect, it } from 'vitest';
import { loadContent, type RawContent } from './load.ts';
import { validateContent } from './validate.ts';

const text = (de: string, en: string) => ({ de, en });

/** A small catalogue without a fault; each test plants one. */
function catalogue(): RawContent {
  const service = {
    slug: 'hund-anmelden',
    kind: 'procedure',
    title: text('Hund anmelden', 'Register a dog'),
    summary: text('Sie melden Ihren Hund an.', 'You register your dog.'),
    serviceKey: null,
    lifeEvents: ['haustier'],
    audience: ['citizen'],
    officeIds: ['steuern'],
    legalBasis: [],
    preconditions: [],
    evidence: [],
    fees: [],
    deadline: {
      text: text('In zwei Wochen', 'Within two weeks'),
      days: 14,
      anchor: 'move_in',
      sources: ['S1'],
    },
    processingTime: null,
    channels: [],
    levelOfAssurance: 'none',
    steps: [],
    notes: [],
    seeAlso: [],
    keywords: { de: ['hund'], en: ['dog'] },
    form: 'hund-anmelden',
  };
  const task = (id: string, requires: string[]) => ({
    id,
    title: text('Etwas tun', 'Do something'),
    text: text('Sie tun etwas für den Anfang.', 'You do something for the start.'),
    appliesTo: ['student'],
    requires,
    helpfulBefore: [] as string[],
    deadline: null,
    services: ['hund-anmelden'],
    offices: ['steuern'],
    bring: [],
    link: null,
    sources: ['S1'],
  });
  return {
    services: [{ file: 'services/hund-anmelden.json', value: service }],
    bundles: [],
    released: { file: 'released.json', value: {} },
    guides: [
      {
        file: 'guides/start.json',
        value: {
          slug: 'start',
          title: text('Start', 'Start'),
          summary: text('Der Anfang', 'The start'),
          topics: ['ankommen'],
          appliesTo: ['student'],
          tasks: ['erst', 'dann'],
          assumesDone: [],
          services: ['hund-anmelden'],
          offices: ['steuern'],
          prerequisites: [],
          tips: [],
          sources: ['unconfirmed'],
        },
      },
    ],
    forms: [
      {
        file: 'forms/hund-anmelden.json',
        value: {
          slug: 'hund-anmelden',
          version: 1,
          title: text('Hund anmelden', 'Register a dog'),
          pages: [
            {
              id: 'hund',
              title: text('Ihr Hund', 'Your dog'),
              fields: [{ name: 'name', type: 'text', label: text('Name', 'Name'), required: true }],
            },
          ],
        },
      },
    ],
    rules: [],
    handovers: [],
    issued: [
      {
        file: 'issued/hund-anmelden.json',
        value: {
          service: 'hund-anmelden',
          name: 'Bescheid',
          field: 'bescheid',
          title: 'Bescheid',
          basis: 'nach der Satzung',
          sentence: 'Wir bestätigen:',
          facts: [{ label: 'Name', value: '{name}' }],
        },
      },
    ],
    tasks: { file: 'tasks.json', value: [task('erst', []), task('dann', ['erst'])] },
    offices: {
      file: 'offices.json',
      value: [
        {
          id: 'steuern',
          name: text('Steuern', 'Taxes'),
          kind: 'city',
          address: { street: null, postcode: null, town: 'Jena', asOf: null, sources: ['S1'] },
          geo: null,
          phone: null,
          email: null,
          web: null,
          openingHours: null,
          services: ['hund-anmelden'],
          languages: ['de'],
          notes: null,
        },
      ],
    },
    kitas: { file: 'kitas.json', value: [] },
    emergency: { file: 'emergency.json', value: [] },
    vocabulary: {
      file: 'vocabulary.json',
      value: {
        groups: { student: text('Studierende', 'Students') },
        anchors: { move_in: text('Einzug', 'Moving in') },
        lifeEvents: { haustier: text('Haustier', 'Pets') },
        topics: { ankommen: text('Ankommen', 'Arriving') },
      },
    },
    sources: {
      file: 'sources.json',
      value: {
        S1: { url: 'https://example.org', about: 'Satzung', asOf: '2026' },
        unconfirmed: { url: '', about: 'noch nicht bestätigt', asOf: '2026-11-23' },
      },
    },
    streets: { file: 'streets.json', value: ['Ahornstraße'] },
  };
}

// biome-ignore lint/suspicious/noExplicitAny: planted errors break the types on purpose
type Loose = any;
const service = (raw: RawContent): Loose => raw.services[0]?.value;
const guide = (raw: RawContent): Loose => raw.guides[0]?.value;
const form = (raw: RawContent): Loose => raw.forms[0]?.value;
const tasks = (raw: RawContent): Loose => raw.tasks.value;
const office = (raw: RawContent): Loose => (raw.offices.value as Loose)[0];

const rulesOf = (raw: RawContent): string[] => validateContent(raw).problems.map((problem) => problem.rule);

describe('validateContent', () => {
  it('is content with a faultless catalogue', () => {
    expect(validateContent(catalogue()).problems).toEqual([]);
  });

  it.each<[string, string, (raw: RawContent) => void]>([
    ['a missing field', 'schema', (raw) => delete service(raw).summary],
    ['a missing translation', 'schema', (raw) => delete service(raw).title.en],
    [
      'a clock that is none',
      'schema',
      (raw) => {
        office(raw).openingHours = {
          regular: { mo: [{ opens: '8', closes: '12:00' }] },
          special: [],
          note: null,
          asOf: null,
          sources: ['S1'],
        };
      },
    ],
    ['a fact without a source', 'schema', (raw) => (tasks(raw)[0].sources = [])],
    ['a file with another name than its slug', 'file-name', (raw) => (guide(raw).slug = 'anfang')],
    ['an unknown office in a service', 'unknown-office', (raw) => service(raw).officeIds.push('rathaus')],
    ['an unknown office in a guide', 'unknown-office', (raw) => guide(raw).offices.push('rathaus')],
    ['a dead see-also', 'unknown-service', (raw) => service(raw).seeAlso.push('katze')],
    ['a dead service in a task', 'unknown-service', (raw) => tasks(raw)[0].services.push('katze')],
    ['a dead service in an office', 'unknown-service', (raw) => office(raw).services.push('katze')],
    ['an unknown life event', 'unknown-life-event', (raw) => service(raw).lifeEvents.push('mond')],
    [
      'an unknown anchor of a service',
      'unknown-anchor',
      (raw) => (service(raw).deadline.anchor = 'vollmond'),
    ],
    ['an unknown group', 'unknown-group', (raw) => tasks(raw)[0].appliesTo.push('ritter')],
    ['an unknown topic', 'unknown-topic', (raw) => guide(raw).topics.push('mond')],
    ['an unknown task', 'unknown-task', (raw) => guide(raw).tasks.push('nie')],
    ['an unknown guide', 'unknown-guide', (raw) => guide(raw).prerequisites.push('davor')],
    ['an unknown source, deep inside', 'unknown-source', (raw) => (service(raw).deadline.sources = ['S9'])],
    ['a service whose form is missing', 'missing-form', (raw) => raw.forms.pop()],
    ['the same street twice', 'duplicate', (raw) => (raw.streets.value as string[]).push('Ahornstraße')],
    ['the same office twice', 'duplicate', (raw) => (raw.offices.value as Loose[]).push(office(raw))],
    [
      'the same service in two files',
      'duplicate',
      (raw) => {
        raw.services.push({ file: 'services/x/hund-anmelden.json', value: service(raw) });
      },
    ],
    ['tasks that wait for each other', 'cycle', (raw) => tasks(raw)[0].requires.push('dann')],
    ['a helpful task that closes a circle', 'cycle-soft', (raw) => tasks(raw)[0].helpfulBefore.push('dann')],
    ['a guide that walks backwards', 'order', (raw) => guide(raw).tasks.reverse()],
    ['a guide that leaves out what is required', 'required-task-missing', (raw) => guide(raw).tasks.shift()],
    [
      'a form that takes a photograph which only a studio may make',
      'home-made-photo',
      (raw) => {
        const photo = {
          id: 'foto',
          madeBy: 'studio',
          text: text('Passfoto', 'Photo'),
          when: null,
          sources: ['S1'],
        };
        service(raw).evidence.push(photo);
        form(raw).pages[0].fields.push({
          name: 'photo',
          type: 'file',
          label: text('Foto', 'Photo'),
          required: true,
          evidence: 'foto',
        });
      },
    ],
    [
      'two services that make the same paper anew',
      'renewed-twice',
      (raw) => {
        service(raw).renews = ['passport'];
        raw.services.push({
          file: 'services/katze.json',
          value: { ...service(raw), slug: 'katze' },
        });
      },
    ],
    [
      'a form that asks for a studio’s code where everybody may make the photograph',
      'home-made-photo',
      (raw) => {
        const photo = { id: 'foto', text: text('Foto', 'Photo'), when: null, sources: ['S1'] };
        service(raw).evidence.push(photo);
        form(raw).pages[0].fields.push({
          name: 'photo',
          type: 'file',
          label: text('Foto', 'Photo'),
          required: true,
          evidence: 'foto',
          takes: 'photoCode',
        });
      },
    ],
    ['a text of spaces', 'empty-text', (raw) => (service(raw).title.de = '  ')],
    [
      'an empty text in a form',
      'empty-text',
      (raw) => {
        form(raw).pages[0].fields[0].label = text('Name', ' ');
      },
    ],
    ['a working note', 'working-note', (raw) => (service(raw).title.en = 'Register a dog (verify)')],
    [
      'German left in English',
      'german-in-english',
      (raw) => {
        service(raw).summary.en = 'Sie melden Ihren Hund bei der Stadt an.';
      },
    ],
    [
      'English left in German',
      'english-in-german',
      (raw) => {
        service(raw).summary.de = 'You register your dog with the city.';
      },
    ],
    [
      'a sentence that was only copied',
      'not-translated',
      (raw) => {
        service(raw).summary = text('Hund Katze Maus Elefant', 'Hund Katze Maus Elefant');
      },
    ],
  ])('bites on %s', (_fault, rule, plant) => {
    const raw = catalogue();
    plant(raw);
    expect(rulesOf(raw)).toContain(rule);
  });

  it('takes a required task as done when no reader of the guide is concerned', () => {
    const raw = catalogue();
    const groups = (raw.vocabulary.value as Loose).groups;
    groups.ukraine = text('Menschen aus der Ukraine', 'People from Ukraine');
    tasks(raw)[0].appliesTo = ['ukraine'];
    guide(raw).tasks = ['dann'];
    expect(rulesOf(raw)).toEqual([]);
  });

  it('lets official German terms stand in brackets in an English text', () => {
    const raw = catalogue();
    service(raw).summary.en = 'You get a landlord confirmation (Bestätigung von dem, der die Wohnung gibt).';
    expect(rulesOf(raw)).toEqual([]);
  });

  it('leaves out a broken file and keeps the others', () => {
    const raw = catalogue();
    raw.services.push({ file: 'services/kaputt.json', value: { slug: 'kaputt' } });
    expect(validateContent(raw).content.services.map((item) => item.slug)).toEqual(['hund-anmelden']);
  });
});

describe('the catalogue of Jena', () => {
  it('has no problem', () => {
    expect(validateContent(loadContent()).problems).toEqual([]);
  });
});
