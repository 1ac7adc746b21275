export const copy = {
  title: 'Bescheid prüfen',
  lead: 'Hat die Stadt Jena dieses Schreiben wirklich ausgestellt? Geben Sie den Code ein, der am Ende des Schreibens steht.',
  code: 'Code des Schreibens',
  codeHint: 'Vier Gruppen aus fünf Zeichen, zum Beispiel 7KQ4A-M2XP0-9FT3D-0RZWC',
  codeWrong: 'Das ist kein vollständiger Code. Er hat 20 Zeichen.',
  check: 'Prüfen',
  checking: 'Wird geprüft …',
  notFoundTitle: 'Zu diesem Code gibt es kein Schreiben',
  notFound:
    'Bitte prüfen Sie, ob Sie ihn richtig abgeschrieben haben. Stimmt der Code, ist das Schreiben nicht von uns oder es gibt den Vorgang nicht mehr.',
  realTitle: 'Dieses Schreiben ist echt',
  replacedTitle: 'Das Schreiben ist echt, aber nicht mehr gültig',
  replaced: (day: string) =>
    `Seit ${day} wird in dieser Sache neu entschieden. Fragen Sie nach dem neuen Schreiben.`,
  office: 'Ausgestellt von',
  city: (office: string) => `Stadt Jena, ${office}`,
  day: 'Datum',
  kind: 'Art',
  kinds: {
    approved: (service: string) => `Bescheid oder Bestätigung: ${service}`,
    rejected: (service: string) => `Ablehnung: ${service}`,
    objection_denied: (service: string) => `Widerspruchsbescheid: ${service}`,
  },
  hash: 'Prüfsumme der Datei (SHA-256)',
  noPersonal: 'Um wen es geht, verraten wir hier nicht. Vergleichen Sie das mit dem Schreiben selbst.',
  fileTitle: 'Auch den Inhalt prüfen',
  fileText:
    'Haben Sie das Schreiben als PDF? Ihr Gerät vergleicht es mit der Prüfsumme. Die Datei bleibt auf Ihrem Gerät.',
  choose: 'PDF auswählen',
  drop: 'oder hierher ziehen',
  same: 'Die Datei ist genau die, die wir ausgestellt haben.',
  different:
    'Diese Datei ist nicht die, die wir ausgestellt haben. Vielleicht wurde sie verändert oder neu gespeichert. Verlangen Sie die ursprüngliche Datei.',
  unreadable: 'Die Datei konnte nicht gelesen werden.',
};

export type VerifyCopy = typeof copy;
