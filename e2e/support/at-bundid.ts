import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { leavesFor } from './way-out.ts';

type Visit = { person?: string; way?: 'Benutzername und Passwort' | 'ELSTER-Zertifikat' | 'Online-Ausweis' };

/** Leaves for BundID, and does there what a person does, until they are back. */
export async function logsInAtBundId(page: Page, visit: Visit = {}): Promise<void> {
  await leavesFor(page, 'Weiter zur BundID');
  await provesAtBundId(page, visit);
}

/** What a person does on the pages of the sandbox's BundID, until they are back. */
export async function provesAtBundId(
  page: Page,
  { person = 'Lena Okonkwo', way = 'Online-Ausweis' }: Visit = {},
): Promise<void> {
  await expect(page.getByText('Test-BundID')).toBeVisible();
  await page.getByRole('radio', { name: person }).check();
  await page.getByRole('radio', { name: way }).check();
  await page.getByRole('button', { name: 'Anmelden' }).click();
}
