import { expect, type Locator, type Page } from '@playwright/test';
import type { Watch } from './watch.ts';

/** Jonas Brandt of the Bürgerservice at his desk. */
export class Caseworker {
  readonly page: Page;
  readonly origin: string;
  readonly watched: Watch;

  constructor(page: Page, origin: string, watched: Watch) {
    this.page = page;
    this.origin = origin;
    this.watched = watched;
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(this.origin + path);
  }

  async logsIn(person = 'Jonas Brandt'): Promise<void> {
    const { page } = this;
    await page.goto(`${this.origin}/amt`);
    await page.getByRole('link', { name: 'Mit Dienstkonto anmelden' }).click();
    await page.getByRole('radio', { name: new RegExp(`^${person}`) }).check();
    await page.getByLabel('Passwort').fill('demo');
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.waitForURL(`${this.origin}/amt**`);
  }

  /** The list of one work queue. */
  async opensQueue(
    queue: 'Neu' | 'Bei mir' | 'Beantwortet' | 'Zu bestätigen' | 'Wartet' | 'Erledigt',
  ): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Arbeitskörbe' })
      .getByRole('link', { name: new RegExp(`^${queue}`) })
      .click();
  }

  /** Opens a case by its reference. */
  async opensCase(reference: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(escaped(reference)) }).click();
    await expect(this.case()).toContainText(reference);
  }

  case(): Locator {
    return this.page.getByRole('region', { name: /^Vorgang/ });
  }

  evidence(): Locator {
    return this.page.getByRole('region', { name: 'Unterlagen' });
  }

  async takesCase(): Promise<void> {
    await this.page.getByRole('button', { name: /^Übernehmen/ }).click();
    await expect(this.page.getByText('Sie bearbeiten diesen Vorgang.')).toBeVisible();
  }

  /** Asks for a paper in words that the citizen reads. */
  async asksFor(paper: string, reason: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /^Nachfordern/ }).click();
    await page.getByLabel('Welche Unterlage?').selectOption({ label: paper });
    await page.getByLabel('Was soll die Person tun?').fill(reason);
    await page.getByRole('button', { name: 'Nachforderung absenden' }).click();
    await expect(page.getByText('Die Nachforderung ist verschickt.')).toBeVisible();
  }

  /** Rejects with a reason that the citizen reads. */
  async rejects(reason: string): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /^Ablehnen/ }).click();
    await page.getByLabel('Begründung').fill(reason);
    await page.getByRole('button', { name: 'Antrag ablehnen' }).click();
    await expect(page.getByText('Der Antrag ist abgelehnt.')).toBeVisible();
  }

  async approves(): Promise<void> {
    const { page } = this;
    await page.getByRole('button', { name: /^Genehmigen/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Genehmigen' }).click();
    await expect(page.getByText('Der Antrag ist genehmigt.')).toBeVisible();
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
