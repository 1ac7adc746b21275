/** What a person reads where the card is read for more than a login. */
export const copy = {
  starting: 'Die AusweisApp wird geöffnet …',
  reads: 'Das lesen wir',
  readsName: 'Name und Geburtsdatum',
  readsAddress: 'Anschrift',
  readsMore:
    'Wenn Sie möchten: Geburtsname, Geburtsort, Doktorgrad, Staatsangehörigkeit, Art und Gültigkeit des Ausweises',
  readsMoreHint: 'Das können Sie in der AusweisApp abwählen.',
  register: {
    title: 'Konto anlegen',
    lead: 'Ihr Ausweis ist neu bei uns. Noch ein Schritt, dann haben Sie Ihr Konto.',
    why: 'Warum noch einmal?',
    whyText:
      'Bei einer Anmeldung lesen wir nur ein Kennzeichen Ihres Ausweises, nicht Ihren Namen. Für ein neues Konto brauchen wir einmal mehr. Danach genügt wieder das Kennzeichen.',
    use: 'Damit füllen wir Formulare für Sie aus. Sie sehen die Daten jederzeit unter „Konto“.',
    start: 'Konto anlegen',
    again: 'Zur Anmeldung',
    later: 'Jetzt nicht',
  },
  code: {
    title: 'Code eingeben',
    lead: 'Nach dem Ausweisen zeigt Ihnen der Browser einen Code. Geben Sie ihn hier ein.',
    label: 'Code',
    hint: 'Zum Beispiel ABCD-EF23. Er gilt zwei Minuten.',
    short: (length: number) => `Der Code hat ${length} Zeichen.`,
    goOn: 'Weiter',
    working: 'Einen Moment …',
    warning: 'Geben Sie nur einen Code ein, den Sie selbst gerade gesehen haben.',
  },
  card: {
    title: 'Ausweis neu lesen',
    lead: 'Sind Sie umgezogen oder heißen Sie jetzt anders? Lesen Sie Ihren Ausweis noch einmal, dann stimmen Ihre Formulare wieder.',
    note: 'Nach einem Umzug steht die neue Anschrift erst auf dem Ausweis, wenn Sie sich umgemeldet haben.',
    start: 'Ausweis jetzt lesen',
    done: 'Ihre Angaben sind jetzt auf dem Stand Ihres Ausweises.',
    confirmed: 'Vom Ausweis bestätigt',
    residence: 'Wohnt in Jena',
    age: 'Alter',
    ageAtLeast: (age: number) => `mindestens ${age} Jahre`,
    confirmedOn: (when: string) => `bestätigt ${when}`,
  },
};

export type EidCopy = typeof copy;
