import { expect } from '@playwright/test';
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
