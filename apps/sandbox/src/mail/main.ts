import { serve } from '@hono/node-server';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { failOnError, ready } from '../child.ts';
import { portOf } from '../world.ts';
import { createMailbox } from './app.ts';

const mailbox = createMailbox();

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  size: 1_000_000,
  onRcptTo(address, _session, done) {
    // For tests: a mailbox that nobody has.
    if (address.address.startsWith('unbekannt@')) {
      done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      return;
    }
    done();
  },
  onData(stream, session, done) {
    simpleParser(stream)
      .then((mail) => {
        mailbox.keep({
          receivedAt: new Date().toISOString(),
          from: mail.from?.text ?? '',
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          subject: mail.subject ?? '',
          text: mail.text ?? '',
          html: mail.html || null,
        });
        done();
      })
      .catch(done);
  },
});
smtp.on('error', failOnError('mail'));

const ui = serve({ fetch: mailbox.app.fetch, hostname: '127.0.0.1', port: portOf('mailUi') }, () => {
  smtp.listen(portOf('smtp'), '127.0.0.1', () =>
    ready(() => {
      smtp.close();
      ui.close();
    }),
  );
});
ui.on('error', failOnError('mail ui'));
