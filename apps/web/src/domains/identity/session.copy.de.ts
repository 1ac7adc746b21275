export const copy = {
  idleTitle: (minutes: number) =>
    minutes > 1 ? `Noch ${minutes} Minuten – angemeldet bleiben?` : 'Gleich abgemeldet – angemeldet bleiben?',
  idleText:
    'Hier ist länger nichts passiert. Zu Ihrem Schutz melden wir Sie dann ab. Was Sie eingegeben haben, bleibt auf diesem Gerät gespeichert.',
  stay: 'Angemeldet bleiben',
  staying: 'Einen Moment …',
  leave: 'Jetzt abmelden',
  totalTitle: (minutes: number) =>
    minutes > 1 ? `Ihre Anmeldung endet in ${minutes} Minuten` : 'Ihre Anmeldung endet gleich',
  totalText:
    'Zu Ihrem Schutz endet jede Anmeldung nach einigen Stunden. Was Sie eingegeben haben, bleibt auf diesem Gerät gespeichert.',
  renew: 'Neu anmelden',
  later: 'Später',
  overTitle: 'Sie sind abgemeldet',
  over: {
    time: 'Hier ist länger nichts passiert, deshalb haben wir Sie zu Ihrem Schutz abgemeldet. Was Sie eingegeben haben, ist auf diesem Gerät gespeichert.',
    elsewhere:
      'Diese Anmeldung wurde von einem anderen Gerät aus beendet. Ihre persönlichen Daten sind hier nicht mehr lesbar.',
  },
  again: 'Wieder anmelden',
  close: 'Ohne Anmeldung weiter',
};

export type SessionCopy = typeof copy;
