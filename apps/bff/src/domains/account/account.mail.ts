import { emailCodeMinutes } from '@jena/shared/account';
import type { AccountId, Instant, Language } from '@jena/shared/kernel';
import { MailError, type MailPort } from '../../adapters/mail/port.ts';
import type { JobContext } from '../../platform/jobs.ts';
import { codeToMail, markRefused, openFarewell } from './account.email.ts';
import { copy as de } from './account.mail.copy.de.ts';
import { copy as en } from './account.mail.copy.en.ts';
import type { AccountDeps } from './account.profile.ts';

export type MailCopy = {
  code: { subject: (code: string) => string; text: (code: string, minutes: number) => string };
  farewell: { subject: string; text: (link: string) => string };
};
const copies: Record<Language, MailCopy> = { de, en };

export type AccountMailDeps = AccountDeps & {
  mail: MailPort;
  /** Where a mail leads: no address holds anything but the way to a page. */
  pageUrl(language: Language, path: string): string;
};

const quiet = { changesPublicData: false } as const;

const wordsFor = async ({ accounts }: AccountDeps, { store }: JobContext, accountId: AccountId) => {
  const language = (await accounts.profile(store.read, accountId))?.language ?? 'de';
  return { language, words: copies[language] };
};

/** Mails the code of an address that waits; an older code, or one that was used, is not sent. */
export async function mailCode(
  deps: AccountMailDeps,
  context: JobContext,
  about: { accountId: AccountId; codeEndsAt: Instant },
): Promise<void> {
  const { store } = context;
  const { words } = await wordsFor(deps, context, about.accountId);
  const waiting = await codeToMail(deps, store.read, about);
  if (waiting === null) return;
  const { address: to, code } = waiting;
  const mail = { to, subject: words.code.subject(code), text: words.code.text(code, emailCodeMinutes) };
  await deps.mail.send(mail).catch(async (error: unknown) => {
    if (!(error instanceof MailError) || error.reason !== 'refused') throw error;
    await store.transaction((tx) => markRefused(deps, tx, about.accountId), quiet);
  });
}

/** Tells the address that was. That nobody has it any more is no failure. */
export async function mailFarewell(
  deps: AccountMailDeps,
  context: JobContext,
  about: { accountId: AccountId; sealed: string },
): Promise<void> {
  const { language, words } = await wordsFor(deps, context, about.accountId);
  const to = await openFarewell(deps, context.store.read, about);
  const text = words.farewell.text(deps.pageUrl(language, '/konto/anmeldung'));
  await deps.mail.send({ to, subject: words.farewell.subject, text }).catch((error: unknown) => {
    if (!(error instanceof MailError) || error.reason !== 'refused') throw error;
  });
}
