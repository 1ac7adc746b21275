import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** Goes on from our page in between, which says that one leaves and to where. */
export async function leavesFor(page: Page, button: string): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Sie verlassen jetzt unsere Seite' })).toBeVisible();
  await page.getByRole('button', { name: button, exact: true }).click();
}
