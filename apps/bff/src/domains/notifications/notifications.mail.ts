import { type AccountId, type Language, messageId, toInstant } from '@jena/shared/kernel';
import { type MessageType, topicOf } from '@jena/shared/notifications';
import { z } from 'zod';
import { MailError, type MailPort } from '../../adapters/mail/port.ts';
import type { Reader } from '../../platform/db/access.ts';
import { type JobContext, planJob } from '../../platform/jobs.ts';
import { pageUrl } from './notifications.links.ts';
import { copy as de } from './notifications.mail.copy.de.ts';
import { copy as en } from './notifications.mail.copy.en.ts';
import { createNotificationsStore } from './notifications.store.ts';
import { quietFor, tellingOf } from './notifications.telling.ts';

export type MailingDeps = {
  mail: MailPort;
  publicOrigin: string;
  /** Where the person may be written to; null without a confirmed address. */
  mailbox(db: Reader, accountId: AccountId): Promise<{ address: string; language: Language } | null>;
};

export type MailingCopy = {
  inbox: { subject: string; text: (link: string, settings: string) => string };
  unused: { subject: string; text: (link: string) => string };
  /** What happened, as one sentence each; said plainly, because whoever did not do it must understand it at once. */
  security: Partial<Record<MessageType, string>>;
  securitySubject: string;
  securityText: (what: string, link: string) => string;
};
const copies: Record<Language, MailingCopy> = { de, en };

export const mailPayload = z.object({ messageId, again: z.number().int().default(0) });

/** Writes to the confirmed address of a person: that there is something, never what a case is about. */
export async function mailAbout(
  deps: MailingDeps,
  { messageId: id, again }: z.infer<typeof mailPayload>,
  { store, clock }: JobContext,
): Promise<void> {
  const messages = createNotificationsStore(store.tables);
  const message = await messages.messageById(store.read, id);
  if (message === undefined) return;
  const topic = topicOf[message.type];
  const now = clock.now();
  if (topic !== 'security') {
    const { accountId } = message;
    const { mail } = await tellingOf(messages, store.read, accountId);
    if (message.readAt !== null || !mail.includes(topic) || (await messages.isOutdone(store.read, message)))
      return;
    const quietEnd = await quietFor(messages, store.read, { accountId, now });
    if (quietEnd !== null) {
      await store.transaction(
        (tx) =>
          planJob(tx, store.tables, {
            kind: 'notifications.mail',
            payload: { messageId: id, again: again + 1 },
            at: toInstant(now),
            runAt: toInstant(quietEnd),
            key: `${id}:${again + 1}`,
          }),
        { changesPublicData: false },
      );
      return;
    }
  }
  const mailbox = await deps.mailbox(store.read, message.accountId);
  if (mailbox === null) return;
  const mail = { to: mailbox.address, ...wordsFor(message.type, mailbox.language, deps.publicOrigin) };
  // A mailbox that nobody has any more is no failure of ours: the inbox keeps everything.
  await deps.mail.send(mail).catch((error: unknown) => {
    if (!(error instanceof MailError) || error.reason !== 'refused') throw error;
  });
}

function wordsFor(type: MessageType, language: Language, publicOrigin: string) {
  const words = copies[language];
  const url = (path: string) => pageUrl(publicOrigin, language, path);
  if (type === 'account_unused')
    return { subject: words.unused.subject, text: words.unused.text(url('/anmelden')) };
  const what = words.security[type];
  if (what !== undefined)
    return { subject: words.securitySubject, text: words.securityText(what, url('/konto/anmeldung')) };
  return {
    subject: words.inbox.subject,
    text: words.inbox.text(url('/postfach'), url('/konto/mitteilungen')),
  };
}
