import { expect, type Locator, type Page } from '@playwright/test';

/** A person with a sheet of paper and the camera of the phone. */
export class Photographer {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  screen(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Holds the phone over the sheet, presses the shutter, waits for the corners. */
  async shoots(): Promise<void> {
    const finder = this.screen('Blatt fotografieren');
    const shutter = finder.getByRole('button', { name: 'Auslösen' });
    await expect(shutter).toHaveAttribute('aria-disabled', 'false');
    await shutter.click();
    await expect(this.screen('Passen die Ecken?')).toBeVisible({ timeout: 20_000 });
  }

  async cutsOut(): Promise<void> {
    await this.screen('Passen die Ecken?').getByRole('button', { name: 'Zuschneiden' }).click();
    await expect(this.screen('Ist alles lesbar?')).toBeVisible({ timeout: 20_000 });
  }

  async keeps(): Promise<void> {
    const check = this.screen('Ist alles lesbar?');
    await check.getByRole('button', { name: /^(Seite verwenden|Trotzdem verwenden)$/ }).click();
    await expect(check).toBeHidden();
  }

  /** The whole way for one page, from the button on the form to the page in the list. */
  async photographs(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Foto aufnehmen|Weitere Seite aufnehmen)$/ }).click();
    await this.shoots();
    await this.cutsOut();
    await this.keeps();
  }

  /** Leaves the viewfinder, where the camera waits for another page. */
  async isDone(): Promise<void> {
    const finder = this.screen('Blatt fotografieren');
    await finder.getByRole('button', { name: /^Fertig/ }).click();
    await expect(finder).toBeHidden();
  }

  /** The pages kept for a question. */
  pages(label: string): Locator {
    return this.page.getByRole('list', { name: `Dateien für „${label}“` }).getByRole('listitem');
  }
}
