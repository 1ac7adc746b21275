import { expect, type Locator, type Page } from '@playwright/test';
import { fingers, type Hands } from './hands.ts';

/** A person with a sheet of paper and the camera of the phone. */
export class Photographer {
  readonly page: Page;
  private readonly hands: Hands;

  constructor(page: Page, hands: Hands = fingers) {
    this.page = page;
    this.hands = hands;
  }

  screen(title: string): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** Holds the phone over the sheet, presses the shutter, waits for the corners. */
  async shoots(): Promise<void> {
    const finder = this.screen('Blatt fotografieren');
    const shutter = finder.getByRole('button', { name: 'Auslösen' });
    await expect(shutter).toHaveAttribute('aria-disabled', 'false');
    await this.hands.press(shutter);
    await expect(this.screen('Passen die Ecken?')).toBeVisible({ timeout: 20_000 });
  }

  async cutsOut(): Promise<void> {
    await this.hands.press(this.screen('Passen die Ecken?').getByRole('button', { name: 'Zuschneiden' }));
    await expect(this.screen('Ist alles lesbar?')).toBeVisible({ timeout: 20_000 });
  }

  /** Takes the page: then the camera waits for the next one, the pages are shown, or the form can be touched again. */
  async keeps(): Promise<void> {
    const check = this.screen('Ist alles lesbar?');
    await this.hands.press(check.getByRole('button', { name: /^(Seite verwenden|Trotzdem verwenden)$/ }));
    await expect(check).toBeHidden();
    const next = this.screen('Blatt fotografieren').or(this.screen('Seiten'));
    const dialogs = this.page.getByRole('dialog');
    await expect.poll(async () => (await next.count()) > 0 || (await dialogs.count()) === 0).toBe(true);
  }

  /** The whole way for one page, from the button on the form to the page in the list. */
  async photographs(): Promise<void> {
    await this.hands.press(
      this.page.getByRole('button', { name: /^(Foto aufnehmen|Weitere Seite aufnehmen)$/ }),
    );
    await this.addsPage();
  }

  /** One more page while the camera is still open. */
  async addsPage(): Promise<void> {
    await this.shoots();
    await this.cutsOut();
    await this.keeps();
  }

  /** Leaves the viewfinder, where the camera waits for another page. */
  async isDone(): Promise<void> {
    const finder = this.screen('Blatt fotografieren');
    await this.hands.press(finder.getByRole('button', { name: /^Fertig/ }));
    await expect(finder).toBeHidden();
  }

  /** The documents kept for a question. */
  pages(label: string): Locator {
    return this.page.getByRole('list', { name: `Dateien für „${label}“` }).getByRole('listitem');
  }
}
