import type { MailCopy } from './account.mail.ts';

export const copy: MailCopy = {
  code: {
    subject: (code) => `${code} ist Ihr Code für die Stadt Jena`,
    text: (code, minutes) => `Guten Tag,

Sie möchten diese E-Mail-Adresse in Ihrem Konto bei der Stadt Jena nutzen.
Ihr Code: ${code}

Tippen Sie ihn in der App ein. Er gilt ${minutes} Minuten.

Sie haben nichts angefordert? Dann löschen Sie diese E-Mail einfach. Ohne den Code geschieht nichts.

Stadt Jena`,
  },
  farewell: {
    subject: 'Ihre E-Mail-Adresse bei der Stadt Jena wurde geändert',
    text: (link) => `Guten Tag,

in Ihrem Konto bei der Stadt Jena steht jetzt eine andere E-Mail-Adresse. An diese hier schreiben wir nicht mehr.

Waren Sie das nicht? Melden Sie sich an, und beenden Sie alle Anmeldungen:
${link}

Stadt Jena`,
  },
};
