import type { MailCopy } from './account.mail.ts';

export const copy: MailCopy = {
  code: {
    subject: (code) => `${code} is your code for the City of Jena`,
    text: (code, minutes) => `Hello,

you would like to use this e-mail address in your account with the City of Jena.
Your code: ${code}

Type it in the app. It is valid for ${minutes} minutes.

You did not ask for this? Then simply delete this e-mail. Nothing happens without the code.

City of Jena`,
  },
  farewell: {
    subject: 'Your e-mail address with the City of Jena was changed',
    text: (link) => `Hello,

your account with the City of Jena now has another e-mail address. We no longer write to this one.

Was that not you? Log in and end all sessions:
${link}

City of Jena`,
  },
};
