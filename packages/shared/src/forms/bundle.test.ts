import { describe, expect, test } from 'vitest';
import type { Answers } from './answers.ts';
import { type BundlePart, splitBundle } from './bundle.ts';
import { bundleProgress, partsThatShare } from './bundle-progress.ts';
import { context, field, form, options } from './testing.ts';

const yesNo = { type: 'radio' as const, options: options('ja', 'nein') };
const dogForm = form({ who: [field('name')], dog: [field('breed'), field('chip', { required: false })] });
const carForm = form({ who: [field('owner')], car: [field('plate'), field('papers', { type: 'file' })] });
const schoolForm = form({ child: [field('child')] });

const parts: BundlePart[] = [
  {
    id: 'hund',
    service: 'dog',
    when: { field: 'dog', op: 'eq', value: 'ja' },
    mayWait: true,
    map: { name: 'name' },
  },
  { id: 'auto', service: 'car', map: { owner: 'name', papers: 'papers' } },
  {
    id: 'schule',
    service: 'school',
    each: { group: 'people', max: 3, when: { field: 'school', value: 'ja' } },
    map: { child: { item: 'first' } },
  },
];
/** As `composeBundle` of the content makes it. */
const whole = form(
  {
    all: [
      field('dog', yesNo),
      field('name'),
      field('papers', { type: 'file' }),
      field('people', {
        type: 'group',
        required: false,
        repeat: { min: 0, max: 3 },
        fields: [field('first'), field('school', yesNo)],
      }),
    ],
    later: [field('spaeter_hund', { type: 'checkbox', required: false })],
    'hund-dog': [field('hund__breed'), field('hund__chip', { required: false })],
    'auto-car': [field('auto__plate')],
  },
  {
    'hund-dog': {
      all: [
        { field: 'dog', op: 'eq', value: 'ja' },
        { field: 'spaeter_hund', op: 'eq', value: false },
      ],
    },
  },
);
const bundle = { parts, form: whole };
const formOf = (service: string) => ({ dog: dogForm, car: carForm, school: schoolForm })[service];
const answers: Answers = {
  dog: 'ja',
  name: 'Kim',
  hund__breed: 'Dackel',
  auto__plate: 'J-AB 1',
  people: [
    { first: 'Ada', school: 'nein' },
    { first: 'Bo', school: 'ja' },
  ],
};
const papers = [{ mediaType: 'image/jpeg' }];
const split = (given: Answers) => splitBundle(bundle, { answers: given, files: { papers } }, formOf, context);

describe('a bundle', () => {
  test('becomes one application for each service, each with what only its form asks and what all share', () => {
    expect(
      split(answers).map(({ id, service, answers: own, waits }) => ({ id, service, own, waits })),
    ).toEqual([
      { id: 'hund', service: 'dog', own: { name: 'Kim', breed: 'Dackel' }, waits: false },
      { id: 'auto', service: 'car', own: { owner: 'Kim', plate: 'J-AB 1' }, waits: false },
      { id: 'schule2', service: 'school', own: { child: 'Bo' }, waits: false },
    ]);
    expect(split(answers).map(({ files }) => files)).toEqual([{}, { papers }, {}]);
  });

  test('asks nothing for what does not take part', () => {
    expect(split({ ...answers, dog: 'nein' }).map(({ id }) => id)).toEqual(['auto', 'schule2']);
  });

  test('keeps what is left for later with all that was said of it', () => {
    const [dog] = split({ ...answers, spaeter_hund: true });
    expect(dog).toMatchObject({ id: 'hund', waits: true, answers: { name: 'Kim', breed: 'Dackel' } });
  });

  test('tells how far each part is, and where it goes on', () => {
    const files = { ...context, files: { papers } };
    const { hund__breed: _breed, ...half } = answers;
    const { common, parts: each } = bundleProgress(bundle, half, files);
    expect(common).toEqual({ done: 2, total: 2, next: undefined });
    expect(each.map(({ id, done, total, next }) => [id, done, total, next])).toEqual([
      ['hund', 0, 1, 'hund-dog'],
      ['auto', 1, 1, undefined],
      ['schule2', 0, 0, undefined],
    ]);
    const later = bundleProgress(bundle, { ...half, spaeter_hund: true }, files).parts[0];
    expect([later?.waits, later?.total]).toEqual([true, 0]);
  });

  test('names the parts that share an answer', () => {
    const { parts: active } = bundleProgress(bundle, answers, context);
    const names = (...questions: string[]) => partsThatShare(active, questions).map(({ id }) => id);
    expect(names('name')).toEqual(['hund', 'auto']);
    expect(names('people')).toEqual(['schule2']);
    expect(names('auto__plate')).toEqual([]);
  });
});
