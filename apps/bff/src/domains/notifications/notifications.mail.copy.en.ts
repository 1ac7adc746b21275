import type { MailingCopy } from './notifications.mail.ts';

/** Mails travel like postcards: no name, no kind of case. */
export const copy: MailingCopy = {
  inbox: {
    subject: 'News in your inbox with the City of Jena',
    text: (link, settings) => `Hello,

there is a new message in your inbox:
${link}

You get this e-mail because you have not read the message yet. You can switch this off here:
${settings}

City of Jena`,
  },
  unused: {
    subject: 'Do you still need your account with the City of Jena?',
    text: (link) => `Hello,

you have not used your account with the City of Jena for almost two years. After two years we delete it, with all documents in it.

Would you like to keep it? Then log in once:
${link}

You do not need it any more? Then there is nothing to do.

City of Jena`,
  },
  securitySubject: 'Security: a change to your account with the City of Jena',
  security: {
    passkey_added: 'A passkey was set up for your account.',
    passkey_removed: 'A passkey was removed from your account.',
    bundid_linked: 'BundID now leads into your account too.',
    bundid_unlinked: 'BundID was disconnected from your account.',
    new_login: 'Somebody logged in with a device or in a way that we do not know yet.',
    card_joined: 'An ID card now leads into your account too.',
    recovery_issued: 'A code was issued at the counter that leads into your account again.',
    access_recovered:
      'Somebody got into your account with a code from the counter. All other devices have been logged out.',
    email_changed: 'The e-mail address in your account was changed.',
  },
  securityText: (what, link) => `Hello,

${what}

Was it you? Then all is well.
Was it not you? Log in and tap “That was not me”:
${link}

You cannot unsubscribe from this e-mail: it protects your account.

City of Jena`,
};
