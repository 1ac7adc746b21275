import { expect } from '@playwright/test';
import type { Citizen } from './citizen.ts';
import { dayFromToday } from './lena.ts';

export type MovingFirm = {
  name: string;
  registerNumber: string;
  owner: { givenNames: string; familyName: string };
  newAddress: { street: string; houseNumber: string };
};

/** Fills in that a business moves within the city, up to the last look; what the register knows stands there already. */
export async function movesBusiness({ page, form }: Citizen, firm: MovingFirm): Promise<void> {
  await form.isOn('Ihr Betrieb');
  await expect(page.getByLabel('Name des Betriebs')).toHaveValue(firm.name);
  await expect(page.getByLabel('Nummer im Register')).toHaveValue(firm.registerNumber);
  await form.types('Vornamen der Inhaberin oder des Inhabers', firm.owner.givenNames);
  await form.types('Familienname der Inhaberin oder des Inhabers', firm.owner.familyName);
  await form.goesOn();
  await form.isOn('Was sich ändert');
  await form.ticks('Der Betrieb zieht innerhalb von Jena um');
  await form.dates('Seit wann?', dayFromToday(-2));
  await form.goesOn();
  await form.isOn('Das ist neu');
  await form.types('Straße', firm.newAddress.street);
  await form.types('Hausnummer', firm.newAddress.houseNumber);
  await form.types('Postleitzahl', '07743');
  await form.goesOn();
  await form.isOn('Unterlagen');
  await form.goesOn();
  await form.isOn('Wie wir Sie erreichen');
  await form.types('E-Mail-Adresse', 'hallo@example.org');
  await form.goesOn();
  await form.isOn('Ihre Erklärungen');
  await form.ticks('Ich versichere, dass meine Angaben vollständig und richtig sind.');
  await form.ticks('Ich habe die Datenschutzhinweise gelesen.');
  await form.goesOn();
  await form.isOn('Prüfen und absenden');
}
