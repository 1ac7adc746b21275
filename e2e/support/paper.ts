import type { DocumentId } from '@jena/shared/kernel';
import { expect } from '@playwright/test';
import { photograph } from './camera.ts';
import type { Citizen } from './citizen.ts';

/** One photograph that stands for every paper: what is in it matters to nobody here. */
export async function paperOf(citizen: Citizen): Promise<DocumentId> {
  const { page, camera } = citizen;
  await citizen.opens('/konto/tresor/neu');
  await page.getByLabel('Was ist es?').selectOption({ label: 'Mietvertrag' });
  await page.getByLabel('Name', { exact: true }).fill('Ein Blatt Papier');
  await page.getByLabel('Dokument: Datei auswählen').setInputFiles({
    name: 'blatt.jpg',
    mimeType: 'image/jpeg',
    buffer: await photograph(),
  });
  await camera.cutsOut();
  await camera.keeps();
  await citizen.taps('In den Tresor legen', 'button');
  const link = page.getByRole('link', { name: /^Ein Blatt Papier/ });
  await expect(link).toBeVisible({ timeout: 30_000 });
  return ((await link.getAttribute('href')) ?? '').split('/').at(-1) as DocumentId;
}
