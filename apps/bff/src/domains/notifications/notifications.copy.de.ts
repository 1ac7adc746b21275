import type { NotificationsCopy } from './notifications.payload.ts';

/** Shown on lock screens: no name, no kind of case. */
export const copy: NotificationsCopy = {
  title: 'Neues zu Ihrem Vorgang',
  open: 'Öffnen Sie die App, um es zu lesen.',
  evidenceRequested: 'Bitte ergänzen Sie eine Unterlage.',
  reason: 'Sie bekommen das, weil Sie Mitteilungen zu Ihren Vorgängen eingeschaltet haben.',
  gatheredTitle: (count) => `${count} neue Nachrichten in Ihrem Postfach`,
  gatheredReason: 'Sie bekommen das gesammelt, weil Sie es so eingestellt haben.',
  inboxTitle: 'Neues in Ihrem Postfach',
  accountTitle: 'Ihr Konto wurde geändert',
  loginTitle: 'Neue Anmeldung an Ihrem Konto',
  unusedTitle: 'Brauchen Sie Ihr Konto noch?',
  unusedText: 'Melden Sie sich an, dann bleibt es. Sonst löschen wir es.',
  accountText: 'Waren Sie das nicht? Öffnen Sie bitte die App.',
};
