export const copy = {
  logIn: 'Anmelden',
  title: 'Anmelden',
  lead: 'Mit Ihrem Online-Ausweis. Ein Passwort brauchen Sie nicht.',
  needs: 'Das brauchen Sie',
  needCard: 'Ihren Personalausweis, Ihre eID-Karte oder Ihren elektronischen Aufenthaltstitel',
  needPin: 'Ihre sechsstellige PIN',
  needApp: 'Die AusweisApp auf diesem Gerät',
  start: 'Mit Online-Ausweis anmelden',
  starting: 'Die AusweisApp wird geöffnet …',
  what: 'Was wird übertragen?',
  whatText:
    'Nur ein Kennzeichen, an dem wir Ihren Ausweis wiedererkennen. Name und Anschrift lesen wir ein einziges Mal, wenn Sie Ihr Konto anlegen. Die App zeigt Ihnen alles vorher, und Sie geben es mit Ihrer PIN frei.',
  kept: 'Was Sie schon eingegeben haben, bleibt gespeichert.',
  lostAll: 'Kein Ausweis und kein Passkey mehr?',
  enterCode: 'Code eingeben',
  noApp: 'Nichts passiert?',
  noAppText:
    'Dann fehlt wahrscheinlich die AusweisApp. Sie ist kostenlos und kommt vom Bund. Installieren Sie die App und kommen Sie dann hierher zurück.',
  offline: 'Für die Anmeldung brauchen Sie einmal Netz. Ihre Eingaben warten so lange auf diesem Gerät.',
  already: (name: string) => `Sie sind als ${name} angemeldet.`,
  goOn: 'Weiter',
  otherBrowser:
    'Ihr Ausweis hat sich in einem anderen Browser zurückgemeldet als dem, in dem Sie begonnen haben. Zu Ihrem Schutz melden wir Sie dort nicht an. Bitte beginnen Sie hier noch einmal.',
};

export type IdentityCopy = typeof copy;
