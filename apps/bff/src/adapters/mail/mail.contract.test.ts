import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMail } from './adapter.ts';
import { type MailConfig, MailError, type MailPort } from './port.ts';

let sandbox: RunningSandbox;
let config: MailConfig;
let mail: MailPort;

beforeAll(async () => {
  sandbox = await startSandbox();
  const { host, port } = sandbox.endpoints.mail;
  config = {
    host,
    port,
    from: 'Stadt Jena <nicht-antworten@jena.example>',
    timeoutMs: 3000,
    production: false,
  };
  mail = createMail(config);
}, 60_000);
afterAll(async () => {
  mail?.close();
  await sandbox?.stop();
});

type Caught = { from: string; to: string[]; subject: string; text: string };
async function caught(to: string): Promise<Caught[]> {
  const answer = await fetch(`${sandbox.endpoints.mail.url}/mails?to=${encodeURIComponent(to)}`);
  return ((await answer.json()) as { mails: Caught[] }).mails;
}
async function reasonOf(work: Promise<void>): Promise<string> {
  return work.then(
    () => 'no error',
    (error: unknown) => (error instanceof MailError ? error.reason : `not a MailError: ${error}`),
  );
}

describe('a mail', () => {
  it('arrives with its German letters', async () => {
    await mail.send({
      to: 'lena@example.org',
      subject: 'Grüße aus Jena',
      text: 'Schöne Straße\nzweite Zeile',
    });
    const [arrived] = await caught('lena@example.org');
    expect(arrived).toMatchObject({ to: ['lena@example.org'], subject: 'Grüße aus Jena' });
    expect(arrived?.from).toContain('nicht-antworten@jena.example');
    expect(arrived?.text.trim()).toBe('Schöne Straße\nzweite Zeile');
  });

  it('cannot smuggle a header in its subject', async () => {
    await mail.send({ to: 'kurt@example.org', subject: 'Hallo\r\nBcc: boss@example.org', text: 'x' });
    expect(await caught('kurt@example.org')).toHaveLength(1);
    expect(await caught('boss@example.org')).toHaveLength(0);
  });

  it.each([
    '',
    'lena',
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'x <a@example.org>',
  ])('is refused to %j', async (to) => {
    expect(await reasonOf(mail.send({ to, subject: 'x', text: 'x' }))).toBe('refused');
  });

  it('to a mailbox that nobody has is refused for good', async () => {
    expect(await reasonOf(mail.send({ to: 'unbekannt@example.org', subject: 'x', text: 'x' }))).toBe(
      'refused',
    );
  });

  it('can be tried again when the server is away', async () => {
    const away = createMail({ ...config, port: 1 });
    expect(await reasonOf(away.send({ to: 'lena@example.org', subject: 'x', text: 'x' }))).toBe(
      'unreachable',
    );
    away.close();
  });

  it('never goes over an open line in production', async () => {
    const production = createMail({ ...config, production: true });
    const reason = await reasonOf(production.send({ to: 'offen@example.org', subject: 'x', text: 'x' }));
    expect(reason).not.toBe('no error');
    expect(await caught('offen@example.org')).toHaveLength(0);
    production.close();
  });
});
