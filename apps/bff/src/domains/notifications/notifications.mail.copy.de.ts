import type { MailingCopy } from './notifications.mail.ts';

/** Mails travel like postcards: no name, no kind of case. */
export const copy: MailingCopy = {
  inbox: {
    subject: 'Neues in Ihrem Postfach bei der Stadt Jena',
    text: (link, settings) => `Guten Tag,

in Ihrem Postfach liegt eine neue Nachricht:
${link}

Sie bekommen diese E-Mail, weil Sie die Nachricht noch nicht gelesen haben. Ausschalten können Sie das hier:
${settings}

Stadt Jena`,
  },
  unused: {
    subject: 'Brauchen Sie Ihr Konto bei der Stadt Jena noch?',
    text: (link) => `Guten Tag,

Sie haben Ihr Konto bei der Stadt Jena seit fast zwei Jahren nicht benutzt. Nach zwei Jahren löschen wir es, mit allen Dokumenten darin.

Möchten Sie es behalten? Dann melden Sie sich einmal an:
${link}

Möchten Sie es nicht behalten? Dann müssen Sie nichts tun.

Stadt Jena`,
  },
  securitySubject: 'Sicherheit: Änderung an Ihrem Konto bei der Stadt Jena',
  security: {
    passkey_added: 'Ein Passkey für Ihr Konto wurde eingerichtet.',
    passkey_removed: 'Ein Passkey für Ihr Konto wurde entfernt.',
    bundid_linked: 'Ihre BundID führt jetzt auch in Ihr Konto.',
    bundid_unlinked: 'Ihre BundID ist von Ihrem Konto getrennt.',
    new_login: 'Jemand hat sich mit einem Gerät oder auf einem Weg angemeldet, den wir noch nicht kennen.',
    card_joined: 'Ein Ausweis führt jetzt auch in Ihr Konto.',
    recovery_issued: 'Am Schalter wurde ein Code ausgegeben, mit dem man wieder in Ihr Konto kommt.',
    access_recovered:
      'Jemand ist mit einem Code vom Schalter in Ihr Konto gekommen. Alle anderen Geräte sind abgemeldet.',
    email_changed: 'Die E-Mail-Adresse in Ihrem Konto wurde geändert.',
  },
  securityText: (what, link) => `Guten Tag,

${what}

Waren Sie das? Dann ist alles gut.
Waren Sie das nicht? Melden Sie sich an, und tippen Sie auf „Das war ich nicht“:
${link}

Diese E-Mail lässt sich nicht abbestellen: Sie schützt Ihr Konto.

Stadt Jena`,
};
