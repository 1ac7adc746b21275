/** A card that is new here, and a person who is not. */
export const copy = {
  known: {
    title: 'Sie haben schon ein Konto',
    lead: 'Name und Geburtsdatum auf Ihrem Ausweis passen zu einem Konto bei uns. Nur der Ausweis ist neu.',
    proveTitle: 'Ja, das ist mein Konto',
    proveText:
      'Melden Sie sich einmal so an wie bisher. Dann gehört auch der neue Ausweis zu diesem Konto. Der Name allein reicht dafür nicht, denn manche Menschen heißen gleich.',
    oldCard: 'Mit dem bisherigen Ausweis anmelden',
    beginTitle: 'Nein, oder ich komme nicht mehr hinein',
    beginText:
      'Dann legen Sie ein neues Konto an. Das andere bleibt, wie es ist. Was Sie damit beantragt haben, bearbeiten wir weiter.',
    begin: 'Neues Konto anlegen',
    soon: 'Das geht in den nächsten zehn Minuten. Danach halten Sie den Ausweis bitte noch einmal ans Telefon.',
    joinTitle: 'Neuen Ausweis verknüpfen',
    joinLead: (name: string) => `Sie sind angemeldet als ${name}.`,
    joinText:
      'Ab jetzt führt auch Ihr neuer Ausweis in dieses Konto. Name und Anschrift übernehmen wir von ihm.',
    join: 'Mit meinem Konto verknüpfen',
    working: 'Einen Moment …',
    cancel: 'Jetzt nicht',
    doneTitle: 'Ihr neuer Ausweis ist verknüpft',
    doneLead: 'Ab jetzt melden Sie sich mit ihm an. Alles in Ihrem Konto ist noch da.',
    goOn: 'Weiter',
  },
  add: {
    title: 'Ausweis hinzufügen',
    lead: 'Haben Sie einen neuen Ausweis, oder bisher keinen mit diesem Konto benutzt? Hier fügen Sie ihn hinzu.',
    text: 'Name und Geburtsdatum auf dem Ausweis müssen zu Ihrem Konto passen. Danach kommen Sie auch mit ihm hinein.',
    password:
      'Haben Sie Ihr Konto mit BundID und Passwort begonnen? Dann reicht das Passwort allein danach nicht mehr.',
    start: 'Ausweis jetzt lesen',
    done: 'Ihr Ausweis gehört jetzt zu diesem Konto.',
    unknown:
      'Diesen Ausweis kennen wir noch nicht. Gehört er Ihnen? Dann fügen Sie ihn Ihrem Konto hinzu. Danach geht es weiter, wo Sie waren.',
    goOn: 'Weiter',
    back: 'Anmeldung und Geräte',
    loginTitle: 'Sie sind nicht angemeldet',
    loginWhy: 'Melden Sie sich an, dann können Sie Ihrem Konto einen Ausweis hinzufügen.',
  },
  cards: {
    title: 'Online-Ausweis',
    intro: 'Jeder Ausweis hat ein eigenes Kennzeichen, auch ein neuer von Ihnen.',
    card: 'Ausweis',
    since: (when: string) => `Bekannt seit ${when}`,
    none: 'Mit diesem Konto haben Sie noch keinen Ausweis benutzt.',
    add: 'Ausweis hinzufügen',
  },
};

export type JoinCopy = typeof copy;
