import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { leavesFor } from './way-out.ts';

/** What a person does on the pages of the sandbox's „Mein Unternehmenskonto“, until they are back. */
export async function logsInAtMuk(page: Page, certificate: RegExp, mishap?: string): Promise<void> {
  await leavesFor(page, 'Weiter zum Unternehmenskonto');
  await expect(page.getByText('Test-Unternehmenskonto')).toBeVisible();
  await page.getByRole('radio', { name: certificate }).check();
  if (mishap) {
    await page.getByText('Etwas soll schiefgehen').click();
    await page.getByRole('radio', { name: mishap }).check();
  }
  await page.getByRole('button', { name: 'Anmelden' }).click();
}
