export const copy = {
  add: 'Ordner anlegen',
  change: 'Ändern',
  changeOf: (name: string) => `Ordner „${name}“ ändern`,
  nameLabel: 'Name des Ordners',
  nameHint: 'Zum Beispiel „Umzug“ oder „Kleingarten“. Nur Sie können ihn lesen.',
  nameMissing: 'Geben Sie dem Ordner einen Namen.',
  nameTaken: (name: string) => `Einen Ordner „${name}“ gibt es schon.`,
  addTitle: 'Neuer Ordner',
  create: 'Anlegen',
  creating: 'Wird angelegt …',
  created: (name: string) => `Der Ordner „${name}“ ist angelegt.`,
  changeTitle: 'Ordner ändern',
  rename: 'Namen speichern',
  renaming: 'Wird gespeichert …',
  renamed: (name: string) => `Der Ordner heißt jetzt „${name}“.`,
  remove: 'Ordner löschen',
  removeNote: (count: number) =>
    count === 0
      ? 'In diesem Ordner ist nichts.'
      : count === 1
        ? 'Das Dokument darin bleibt im Tresor. Es liegt dann wieder bei seinem Thema.'
        : `Die ${count} Dokumente darin bleiben im Tresor. Sie liegen dann wieder bei ihrem Thema.`,
  removed: (name: string) => `Der Ordner „${name}“ ist gelöscht.`,
  restored: (name: string) => `Der Ordner „${name}“ ist wieder da.`,
  empty: 'Noch leer. Öffnen Sie ein Dokument und verschieben Sie es hierher.',
  move: 'Verschieben',
  moveTitle: 'Wohin damit?',
  moveLabel: 'Ordner',
  byTopic: (topic: string) => `${topic} (nach Thema)`,
  newOne: 'In einen neuen Ordner',
  moving: 'Wird verschoben …',
  moved: (folder: string) => `Liegt jetzt in „${folder}“.`,
  cancel: 'Abbrechen',
  needsNetwork: 'Dafür brauchen Sie Netz.',
};
