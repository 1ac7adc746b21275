import { expect } from '@playwright/test';
import type { Citizen } from './citizen.ts';
import type { World } from './world.ts';

export type Mail = { subject: string; text: string };

/** What a mailbox of the sandbox's mail catcher holds, the oldest first. */
export async function mailsTo({ sandbox }: World, address: string): Promise<Mail[]> {
  const answer = await fetch(`${sandbox.mail.url}/mails?to=${encodeURIComponent(address)}`);
  return ((await answer.json()) as { mails: Mail[] }).mails;
}

/** Waits for a mail with this in its subject. */
export async function getsMail(world: World, address: string, subject: RegExp): Promise<Mail> {
  const newest = async () => (await mailsTo(world, address)).findLast((mail) => subject.test(mail.subject));
  await expect.poll(newest, { timeout: 20_000 }).toBeDefined();
  const mail = await newest();
  if (mail === undefined) throw new Error('the mail is gone');
  return mail;
}

/** An address of nobody else's journey. */
export const freshAddress = (name: string) => `${name}.${Math.random().toString(36).slice(2)}@example.org`;

/** Gives an address on the page of contacts and types the code that is mailed to it. */
export async function confirmsEmail(citizen: Citizen, world: World, address: string): Promise<void> {
  const { page } = citizen;
  await citizen.opens('/konto/kontakt');
  await citizen.taps('E-Mail-Adresse hinzufügen', 'button');
  await page.getByLabel('E-Mail-Adresse').fill(address);
  await citizen.taps('Code schicken', 'button');
  const { text } = await getsMail(world, address, /Code/);
  await page.getByLabel('Code aus der E-Mail').fill(/\b\d{6}\b/.exec(text)?.[0] ?? '');
  await citizen.taps('Bestätigen', 'button');
  await expect(page.getByRole('region', { name: 'E-Mail' })).toContainText('Bestätigt');
}
