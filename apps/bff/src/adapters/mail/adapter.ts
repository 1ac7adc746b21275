import { createTransport } from 'nodemailer';
import { type MailConfig, MailError, type MailPort } from './port.ts';

/** SMTP. In production only over an encrypted connection (port 465: TLS from the start, else STARTTLS). */
export function createMail(config: MailConfig): MailPort {
  const transport = createTransport({
    host: config.host,
    port: config.port,
    secure: config.port === 465,
    requireTLS: config.production,
    pool: true,
    maxConnections: 2,
    connectionTimeout: config.timeoutMs,
    greetingTimeout: config.timeoutMs,
    socketTimeout: config.timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(config.user === undefined ? {} : { auth: { user: config.user, pass: config.password ?? '' } }),
  });

  return {
    isConfigured: true,
    async send({ to, subject, text }) {
      // One recipient, given as an address object: a list hidden in the text never becomes several mails.
      if (!/^[^\s@<>,;:"()[\]]+@[^\s@<>,;:"()[\]]+$/.test(to))
        throw new MailError('refused', 'no mail address');
      try {
        await transport.sendMail({ from: config.from, to: { name: '', address: to }, subject, text });
      } catch (error) {
        const code = responseCode(error);
        throw new MailError(
          code >= 500 && code < 600 ? 'refused' : 'unreachable',
          code === 0 ? '' : `${code}`,
        );
      }
    },
    close: () => transport.close(),
  };
}

/** The server's three digits, 0 when it never answered. Its text may repeat the address and stays out of logs. */
function responseCode(error: unknown): number {
  const code = (error as { responseCode?: unknown }).responseCode;
  return typeof code === 'number' ? code : 0;
}
