import { type Mail, MailError, type MailPort } from './port.ts';

/** Writes mails down in place of sending them; `unbekannt@…` has no mailbox, as in the sandbox. */
export function recordingMail(): MailPort & { readonly sent: Mail[]; to(address: string): Mail[] } {
  const sent: Mail[] = [];
  return {
    isConfigured: true,
    sent,
    to: (address) => sent.filter((mail) => mail.to === address),
    async send(mail) {
      if (mail.to.startsWith('unbekannt@')) throw new MailError('refused');
      sent.push(mail);
    },
    close: () => undefined,
  };
}
