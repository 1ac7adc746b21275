import type { CaptureProblem } from './problem.ts';
import type { Hint } from './steady.ts';
import type { Look } from './vision/enhance.ts';
import type { Doubt } from './vision/quality.ts';

export const copy = {
  takePhoto: 'Foto aufnehmen',
  takeNext: 'Weitere Seite aufnehmen',
  chooseFile: 'Datei auswählen',
  fromVault: 'Aus dem Tresor',
  inVault: 'aus dem Tresor',
  fileHint: 'Foto (JPG, PNG, HEIC) oder PDF',
  bookFull: (count: number) => `Mehr als ${count} Seiten passen nicht in ein Dokument.`,
  full: (count: number) =>
    count === 1
      ? 'Mehr als eine Datei ist hier nicht möglich.'
      : `Mehr als ${count} Dateien sind hier nicht möglich.`,
  pages: (label: string) => `Dateien für „${label}“`,
  scanName: (label: string, number: number, ending: string) =>
    `${label}${number > 1 ? ` ${number}` : ''}.${ending}`,
  page: (page: number) => `Seite ${page}`,
  editPages: 'Seiten ändern',
  editPagesOf: (name: string) => `Seiten von ${name} ändern`,
  pageCount: (count: number) => (count === 1 ? '1 Seite' : `${count} Seiten`),
  kept: 'Gespeichert.',
  remove: 'Entfernen',
  removePage: (name: string) => `${name} entfernen`,
  added: (name: string) => `${name} ist gespeichert.`,
  removed: (name: string) => `${name} ist entfernt.`,
  onDevice: 'Auf diesem Gerät gespeichert. Gesendet wird erst mit dem Antrag.',
  size: (bytes: string) => bytes,
  pdf: 'PDF-Datei',
  previewLater: 'iPhone-Foto. Die Vorschau sehen Sie nach dem Hochladen.',
  pictureOf: (name: string) => `Vorschau von ${name}`,

  close: 'Schließen',
  cameraTitle: 'Blatt fotografieren',
  cameraStarting: 'Die Kamera startet …',
  cameraView: 'Bild der Kamera',
  hints: {
    search:
      'Legen Sie das Blatt auf einen dunklen Grund. Halten Sie das Telefon gerade darüber, alle Ecken im Bild.',
    light: 'Zu dunkel. Machen Sie bitte mehr Licht.',
    closer: 'Näher heran.',
    back: 'Etwas weiter weg, damit alle Ecken im Bild sind.',
    still: 'Bitte ruhig halten.',
    ready: 'Blatt erkannt. Jetzt auslösen.',
  } satisfies Record<Hint, string>,
  shutter: 'Auslösen',
  done: 'Fertig',
  strip: (count: number) => (count === 1 ? '1 Seite gespeichert' : `${count} Seiten gespeichert`),
  showPages: (count: number) =>
    count === 1 ? '1 Seite ansehen und ändern' : `${count} Seiten ansehen und ändern`,
  pagesTitle: 'Seiten',
  pageButtons: {
    retake: 'Neu aufnehmen',
    turn: 'Drehen',
    forward: 'Nach vorn',
    back: 'Nach hinten',
    remove: 'Löschen',
  },
  moved: (to: number, count: number) => `Jetzt Seite ${to} von ${count}.`,
  pageRemoved: (page: number) => `Seite ${page} ist gelöscht.`,
  undo: 'Rückgängig',
  deniedTitle: 'Die Kamera ist nicht freigegeben',
  deniedText:
    'Erlauben Sie die Kamera in den Einstellungen Ihres Browsers, oder wählen Sie ein Foto aus, das Sie schon haben. Beides führt zum Ziel.',
  missingTitle: 'Hier ist keine Kamera zu finden',
  missingText: 'Wählen Sie ein Foto oder ein PDF aus, das Sie schon haben.',
  cameraApp: 'Kamera-App öffnen',

  reading: 'Das Bild wird gelesen …',
  straightening: 'Das Blatt wird gerade gerückt …',
  saving: 'Die Seite wird gespeichert …',
  cornersTitle: 'Passen die Ecken?',
  cornersFound: 'Wir haben das Blatt erkannt. Ziehen Sie eine Ecke, wenn sie nicht stimmt.',
  cornersNotFound: 'Ziehen Sie die vier Ecken auf die Ecken des Blatts.',
  cornersKeys:
    'Mit der Tastatur: Ecke wählen und mit den Pfeiltasten verschieben, mit Umschalt in größeren Schritten.',
  cornerNames: ['oben links', 'oben rechts', 'unten rechts', 'unten links'],
  corner: (name: string, across: number, down: number) =>
    `Ecke ${name}, ${across} Prozent von links, ${down} Prozent von oben`,
  cornerRole: 'verschiebbare Ecke',
  moveCorner: (name: string) => `Ecke ${name} verschieben`,
  moveLeft: 'nach links',
  moveRight: 'nach rechts',
  moveUp: 'nach oben',
  moveDown: 'nach unten',
  wholePicture: 'Ganzes Bild nehmen',
  crossed: 'Die Ecken überkreuzen sich. Ziehen Sie sie auseinander.',
  cut: 'Zuschneiden',

  checkTitle: 'Ist alles lesbar?',
  checkText: 'Alle Ränder zu sehen, kein Schatten, jede Zeile lesbar?',
  result: 'Die zugeschnittene Seite',
  doubts: {
    cut: 'Eine Ecke des Blatts fehlt im Bild. Gehen Sie etwas weiter weg.',
    blurred: 'Unscharf – bitte noch einmal. Halten Sie das Telefon ruhig und tippen Sie dann auf „Auslösen“.',
    dark: 'Zu dunkel – bitte noch einmal mit mehr Licht.',
    glare: 'Eine Lampe spiegelt sich auf dem Blatt. Drehen Sie es ein wenig.',
    small: 'Das Bild ist sehr klein. Gehen Sie näher heran.',
  } satisfies Record<Doubt, string>,
  look: 'Aussehen',
  looks: {
    colour: 'Farbe',
    grey: 'Grau',
    blackWhite: 'Schwarz-Weiß',
    original: 'Original',
  } satisfies Record<Look, string>,
  turn: 'Drehen',
  turned: (degrees: number) => `Um ${degrees} Grad gedreht`,
  use: 'Seite verwenden',
  useAnyway: 'Trotzdem verwenden',
  again: 'Noch einmal aufnehmen',
  chooseOther: 'Anderes Bild wählen',
  changeCorners: 'Ecken ändern',

  problems: {
    'capture.unknown_picture':
      'Ihr Browser kann dieses Foto nicht öffnen. Fotografieren Sie das Blatt hier noch einmal, oder speichern Sie das Foto als JPEG.',
    'vault.not_a_picture_or_pdf':
      'Diese Datei ist kein Foto und kein PDF, auch wenn ihr Name so aussieht. Bitte wählen Sie eine andere oder fotografieren Sie das Blatt.',
    'vault.too_large':
      'Diese Datei ist größer als 50 MB. Bitte verkleinern Sie sie oder fotografieren Sie die Seiten.',
    'vault.too_many_pixels':
      'Dieses Bild hat zu viele Bildpunkte. Bitte fotografieren Sie das Blatt noch einmal.',
    'vault.damaged': 'Dieses Bild lässt sich nicht öffnen. Bitte fotografieren Sie das Blatt noch einmal.',
    'platform.storage_full':
      'Auf diesem Gerät ist kein Platz mehr. Ihre bisherigen Angaben sind gespeichert. Löschen Sie etwas, zum Beispiel alte Fotos, und versuchen Sie es noch einmal.',
    'platform.storage_unavailable':
      'Ihr Browser erlaubt hier kein Speichern, vielleicht wegen eines privaten Fensters. Öffnen Sie die Seite in einem normalen Fenster.',
  } satisfies Record<CaptureProblem, string>,
};

export type CaptureCopy = typeof copy;
