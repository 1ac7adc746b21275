/** What operators read about the virus check of uploads. */
export const quarantineCopy = {
  title: 'Virenprüfung',
  ok: 'Hochgeladene Dateien werden geprüft',
  waiting: (count: number, since: string) =>
    count === 1
      ? `1 Datei wartet in der Quarantäne seit ${since}.`
      : `${count} Dateien warten in der Quarantäne, die erste seit ${since}.`,
  none: 'Keine Datei wartet.',
  byItself:
    'Sobald das behoben ist, läuft die Prüfung von selbst weiter. Niemand muss etwas noch einmal hochladen.',
  trouble: {
    scanner_unreachable: 'Der Virenscanner ist nicht erreichbar',
    signatures_missing: 'Der Virenscanner hat keine datierten Signaturen',
    signatures_old: 'Die Signaturen des Virenscanners sind zu alt',
    scan_failed: 'Der Virenscanner bricht Prüfungen ab',
    pdf_tool_missing: 'Das Programm qpdf fehlt oder wird beendet',
  },
  whatToDo: {
    scanner_unreachable: 'Läuft clamav-daemon, und stimmt SCANNER_ADDRESS?',
    signatures_missing: 'Läuft freshclam, und liegt daily.cvd oder daily.cld im Verzeichnis der Signaturen?',
    signatures_old: 'Läuft freshclam, und kommt dieser Rechner an dessen Quelle?',
    scan_failed:
      'Reicht StreamMaxLength für 50 MB, und reicht der Speicher? Das Protokoll von clamd sagt mehr.',
    pdf_tool_missing: 'Ist das Debian-Paket qpdf installiert, und reicht der Speicher?',
  },
};
