export const copy = {
  lead: 'Online, Schritt für Schritt. Sie brauchen dafür kein Netz: Abgeschickt wird, sobald Sie wieder online sind.',
  back: 'Zur Leistung',
  need: 'Das brauchen Sie',
  duration: 'So lange dauert es',
  minutes: (pages: number, minutes: number) =>
    `Höchstens ${pages} kurze Seiten, etwa ${minutes} Minuten. Sie können jederzeit aufhören und später weitermachen.`,
  deadline: (text: string) => `Frist: ${text.replace(/\.$/, '')}.`,
  saved: 'Ihre Antworten',
  savedText:
    'Wir speichern, während Sie tippen. Sind Sie angemeldet, geht es auf jedem Ihrer Geräte weiter, auch nach Monaten. Ohne Anmeldung liegen die Antworten nur auf diesem Gerät. Das Amt bekommt sie erst, wenn Sie den Antrag absenden.',
  topics: 'Danach fragen wir',
  start: 'Antrag beginnen',
  continue: 'Weiter, wo Sie waren',
  begunAt: (when: string) => `Sie haben schon angefangen, zuletzt ${when}.`,
  found: 'Sie haben schon angefangen',
  foundFor: (name: string) => `Sie füllen ihn für ${name} aus.`,
  foundText: (when: string, step: string) => `Zuletzt gespeichert: ${when}. Nächster Schritt: ${step}.`,
  startOver: 'Neu beginnen',
  startOverTitle: 'Neu beginnen?',
  startOverText:
    'Dann löschen wir alle Antworten und Fotos dieses Antrags, auch auf Ihren anderen Geräten. Das lässt sich nicht rückgängig machen.',
  startOverYes: 'Antworten löschen und neu beginnen',
  startOverNo: 'Antworten behalten',
  card: 'Schneller mit dem Online-Ausweis',
  cardText:
    'Name, Geburtsdatum und bisherige Adresse übernehmen wir dann aus Ihrem Ausweis. Zum Absenden brauchen Sie ihn ohnehin.',
  cardAction: 'Mit dem Online-Ausweis anmelden',
  noScript:
    'Für das Online-Formular braucht Ihr Browser JavaScript. Ohne JavaScript hilft Ihnen der Bürgerservice vor Ort.',
};

export type IntroCopy = typeof copy;
