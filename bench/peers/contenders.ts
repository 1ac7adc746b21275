import type { Field } from '@jena/shared/forms';
import { expect, type Page } from '@playwright/test';
import { Form } from '../../e2e/support/form.ts';
import type { Wanted } from './wanted.ts';

export type Answer = string | boolean;
/** What a person answers, by the names of the fields; a paper is the file's path. */
export type Answers = Readonly<Record<string, Answer>>;

/** Fills a form that is shown, page by page, as a person would, and comes to its end. */
export type Fill = (page: Page, wanted: Wanted, answers: Answers) => Promise<void>;

type Hand = (page: Page, field: Field, answer: string) => Promise<void>;
/** How one library's form is worked: by the kind of question. */
type Hands = Record<'radio' | 'checkbox' | 'file' | 'date' | 'text', Hand>;

async function answer(page: Page, hands: Hands, field: Field, given: Answer | undefined): Promise<void> {
  if (given === undefined || given === false) return;
  const kind = field.type in hands ? (field.type as keyof Hands) : 'text';
  await hands[kind](page, field, String(given));
}

/** The answers that the library gave to its submit handler. */
async function sent(page: Page): Promise<Record<string, unknown>> {
  await page.waitForFunction(() => 'sent' in globalThis);
  return page.evaluate(() => (globalThis as unknown as { sent: Record<string, unknown> }).sent);
}

/** What was typed must have arrived, or the bytes would be those of a form that does not work. */
async function arrived(page: Page, wanted: Wanted, answers: Answers): Promise<void> {
  const data = await sent(page);
  for (const { name, type } of wanted.pages.flatMap(({ fields }) => fields)) {
    if (answers[name] === undefined) continue;
    if (type === 'text') expect(data[name], name).toBe(answers[name]);
    else expect(data[name], name).toBeTruthy();
  }
}

const rjsf: Hands = {
  text: (page, { name }, text) => page.locator(`#root_${name}`).fill(text),
  date: (page, { name }, day) => page.locator(`#root_${name}`).fill(day),
  checkbox: (page, { name }) => page.locator(`#root_${name}`).check(),
  radio: (page, { name, options = [] }, value) =>
    page.locator(`#root_${name}-${options.findIndex((option) => option.value === value)}`).check(),
  async file(page, { name }, path) {
    await page.locator(`#root_${name}`).setInputFiles(path);
    await expect(page.locator(`.file-info`).first()).toBeVisible();
  },
};

export const fillRjsf: Fill = async (page, wanted, answers) => {
  for (const field of wanted.pages.flatMap(({ fields }) => fields))
    await answer(page, rjsf, field, answers[field.name]);
  await page.locator('button[type=submit]').click();
  await arrived(page, wanted, answers);
};

const inFormio = (name: string) => `.formio-component-${name}`;
const formio: Hands = {
  text: (page, { name }, text) => page.locator(`${inFormio(name)} input`).fill(text),
  async date(page, { name }, day) {
    const parts = day.split('-');
    for (const [index, part] of ['year', 'month', 'day'].entries())
      await page.locator(`${inFormio(name)} input[ref=${part}]`).fill(String(Number(parts[index])));
  },
  checkbox: (page, { name }) => page.locator(`${inFormio(name)} input[type=checkbox]`).check(),
  radio: (page, { name }, value) => page.locator(`${inFormio(name)} input[value="${value}"]`).check(),
  async file(page, { name }, path) {
    const chooser = page.waitForEvent('filechooser');
    await page.locator(`${inFormio(name)} [ref=fileBrowse]`).click();
    await (await chooser).setFiles(path);
    await expect(page.locator(`${inFormio(name)} [ref=fileLink]`)).toBeVisible();
  },
};

export const fillFormio: Fill = async (page, wanted, answers) => {
  for (const [index, { fields }] of wanted.pages.entries()) {
    await expect(page.locator(inFormio(fields[0]?.name ?? ''))).toBeVisible();
    for (const field of fields) await answer(page, formio, field, answers[field.name]);
    const last = index === wanted.pages.length - 1;
    await page.locator(last ? '.btn-wizard-nav-submit' : '.btn-wizard-nav-next').click();
  }
  await arrived(page, wanted, answers);
};

const inSurvey = (name: string) => `[data-name="${name}"]`;
const survey: Hands = {
  text: (page, { name }, text) => page.locator(`${inSurvey(name)} input`).fill(text),
  async date(page, { name }, day) {
    const input = page.locator(`${inSurvey(name)} input`);
    // It takes a date only from keys, in the order of the phone's language.
    await input.pressSequentially(day.split('-').toReversed().join(''));
    await input.blur();
  },
  checkbox: (page, { name }) =>
    page
      .locator(`${inSurvey(name)} label`)
      .first()
      .click(),
  radio: (page, { name }, value) =>
    page.locator(`${inSurvey(name)} label:has(input[value="${value}"])`).click(),
  async file(page, { name }, path) {
    const chooser = page.waitForEvent('filechooser');
    await page
      .locator(`${inSurvey(name)} .sd-file__choose-btn`)
      .first()
      .click();
    await (await chooser).setFiles(path);
    await expect(page.locator(`${inSurvey(name)} a[href^="data:"]`)).toBeVisible();
  },
};

export const fillSurvey: Fill = async (page, wanted, answers) => {
  for (const [index, { fields }] of wanted.pages.entries()) {
    await expect(page.locator(inSurvey(fields[0]?.name ?? ''))).toBeVisible();
    for (const field of fields) await answer(page, survey, field, answers[field.name]);
    const last = index === wanted.pages.length - 1;
    await page.locator(last ? '.sd-navigation__complete-btn' : '.sd-navigation__next-btn').click();
  }
  await arrived(page, wanted, answers);
};

/** This product's own form, to the page where everything is read again. */
export const fillOwn: Fill = async (page, wanted, answers) => {
  const form = new Form(page);
  const hands: Hands = {
    text: (_, { label }, text) => form.types(label.de, text),
    date: (_, { label }, day) => form.dates(label.de, day),
    checkbox: (_, { label }) => form.ticks(label.de),
    radio: (_, field, value) =>
      form
        .group(field.label.de)
        .getByRole('radio', {
          name: field.options?.find((option) => option.value === value)?.label.de ?? '',
          exact: true,
        })
        .check(),
    file: async (_, { label }, path) => {
      await page.getByLabel(`${label.de}: Datei auswählen`).setInputFiles(path);
      await expect(
        page.getByRole('list', { name: `Dateien für „${label.de}“` }).getByRole('listitem'),
      ).toBeVisible();
    },
  };
  for (const { title, fields } of wanted.pages) {
    await form.isOn(title);
    for (const field of fields) await answer(page, hands, field, answers[field.name]);
    await form.goesOn();
  }
  await form.isOn('Prüfen und absenden');
};
