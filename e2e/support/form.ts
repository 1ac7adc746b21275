import { expect, type Locator, type Page } from '@playwright/test';

/** A form of the product, one page at a time. */
export class Form {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async types(label: string, text: string): Promise<void> {
    await this.page.getByLabel(named(label)).fill(text);
  }

  async chooses(question: string, answer: string): Promise<void> {
    await this.group(question).getByRole('radio', { name: answer }).check();
  }

  async picks(question: string, answer: string): Promise<void> {
    await this.page.getByLabel(named(question)).selectOption({ label: answer });
  }

  async ticks(statement: string): Promise<void> {
    await this.page.getByRole('checkbox', { name: statement }).check();
  }

  /** A date given as 'YYYY-MM-DD', typed as people write it. */
  async dates(question: string, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const group = this.group(question);
    await group.getByLabel('Tag').fill(date);
    await group.getByLabel('Monat').fill(month);
    await group.getByLabel('Jahr').fill(year);
  }

  group(question: string): Locator {
    return this.page.getByRole('group', { name: named(question) });
  }

  async goesOn(): Promise<void> {
    await this.page.getByRole('button', { name: 'Weiter', exact: true }).click();
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
