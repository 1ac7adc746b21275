const files = (count: number) => (count === 1 ? '1 Datei' : `${count} Dateien`);

/** What people at the desk read about files that they send with a message. */
export const attachmentsCopy = {
  list: 'Angehängte Dateien',
  attach: 'Datei anhängen',
  drop: 'oder PDF und Bilder hierher ziehen',
  sending: (name: string, sent: string, all: string) => `${name} wird gesendet – ${sent} von ${all}`,
  checking: (name: string) => `${name} wird geprüft`,
  held: 'Die Prüfung dauert länger als sonst. Soll die Nachricht jetzt weg, entfernen Sie die Datei.',
  ready: 'Geprüft. Die Person bekommt sie mit der Nachricht und findet sie in ihrem Tresor.',
  unfinished: 'Diese Datei ist nicht ganz angekommen. Bitte entfernen Sie sie und hängen Sie sie neu an.',
  lost: 'Die Verbindung ist abgebrochen. Ihre Nachricht bleibt stehen.',
  again: 'Weiter senden',
  remove: 'Entfernen',
  tooMany: (most: number) => `An eine Nachricht passen ${files(most)}. Senden Sie weitere mit der nächsten.`,
  wait: 'Noch sind nicht alle Dateien geprüft. Warten Sie einen Moment, oder entfernen Sie sie.',
  refused: 'Eine Datei lässt sich nicht senden. Entfernen Sie sie, dann können Sie die Nachricht senden.',
  refusedFile: (name: string) => `${name} lässt sich nicht senden`,
  opens: 'öffnen',
};

/** Why a file cannot be sent, in words for who picked it at the desk. */
export const attachmentErrors: Record<string, string> = {
  'cases.attachment_not_ready': attachmentsCopy.wait,
  'vault.not_found':
    'Diese Datei ist nicht mehr da: Sie wurde entfernt, schon gesendet oder länger als einen Tag nicht gesendet. Hängen Sie sie bitte neu an.',
  'vault.too_large': 'Die Datei ist zu groß. Erlaubt sind 50 MB.',
  'vault.not_a_picture_or_pdf':
    'Die Datei ist kein Bild und kein PDF. Speichern Sie sie als PDF, und hängen Sie sie neu an.',
  'vault.too_many_pixels': 'Das Bild hat zu viele Bildpunkte. Bitte verkleinern Sie es.',
  'vault.damaged': 'Die Datei ist beschädigt und lässt sich nicht öffnen.',
  'vault.active_content':
    'Das PDF enthält Programme oder ist verschlüsselt. Speichern Sie es als einfaches PDF, und hängen Sie es neu an.',
  'vault.infected':
    'Der Virenscanner hat in der Datei Schadsoftware gefunden. Sie ist gelöscht. Melden Sie das bitte Ihrer IT.',
  'vault.quota_exceeded':
    'Sie haben zu viele Dateien angehängt und noch nicht gesendet. Senden oder entfernen Sie zuerst andere.',
};
