import { expect, type Locator, type Page } from '@playwright/test';
import { fingers, type Hands } from './hands.ts';

/** A form of the product, one page at a time. */
export class Form {
  readonly page: Page;
  private readonly hands: Hands;

  constructor(page: Page, hands: Hands = fingers) {
    this.page = page;
    this.hands = hands;
  }

  async types(label: string, text: string): Promise<void> {
    await this.hands.type(this.page.getByLabel(named(label)), text);
  }

  async chooses(question: string, answer: string): Promise<void> {
    await this.hands.check(this.group(question).getByRole('radio', { name: answer }));
  }

  async picks(question: string, answer: string): Promise<void> {
    await this.hands.pick(this.page.getByLabel(named(question)), answer);
  }

  async ticks(statement: string): Promise<void> {
    await this.hands.check(this.page.getByRole('checkbox', { name: statement }));
  }

  /** One answer of several possible ones, each with a list of its own. */
  async picksOneOf(question: string, answer: string): Promise<void> {
    await this.hands.pick(this.group(question).getByRole('combobox'), answer);
  }

  /** A date given as 'YYYY-MM-DD', typed as people write it. */
  async dates(question: string, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const group = this.group(question);
    await this.hands.type(group.getByLabel('Tag'), date);
    await this.hands.type(group.getByLabel('Monat'), month);
    await this.hands.type(group.getByLabel('Jahr'), year);
  }

  group(question: string): Locator {
    return this.page.getByRole('group', { name: named(question) });
  }

  async goesOn(): Promise<void> {
    await this.hands.press(this.page.getByRole('button', { name: 'Weiter', exact: true }));
  }

  /** All that is wrong, on top of the page. */
  problems(): Locator {
    return this.page.getByRole('alert', { name: /fehl(t|en) noch oder stimm/ });
  }

  async isOn(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
  }

  /** What the person typed is on the phone. */
  async isSaved(): Promise<void> {
    await expect(this.page.getByText(/Gespeichert um/)).toBeVisible();
  }
}

/** The whole label, with or without the mark of voluntary questions. */
function named(label: string): RegExp {
  return new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(freiwillig\\))?$`);
}
