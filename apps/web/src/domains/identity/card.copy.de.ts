export const copy = {
  title: 'Bitte bestätigen Sie mit dem Ausweis',
  text: 'Zu Ihrer Sicherheit brauchen wir dafür noch einmal Ihren Online-Ausweis. Danach geht es genau hier weiter.',
  confirm: 'Mit Online-Ausweis bestätigen',
  working: 'Einen Moment …',
};

export type CardCopy = typeof copy;
