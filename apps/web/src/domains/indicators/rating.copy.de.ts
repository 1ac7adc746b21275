export const copy = {
  title: 'Wie zufrieden sind Sie?',
  text: 'Ihre Antwort wird nur gezählt. Niemand erfährt, von wem sie kommt.',
  satisfied: 'Zufrieden',
  partly: 'Teils, teils',
  unsatisfied: 'Unzufrieden',
  send: 'Antwort senden',
  thanks: 'Danke. Ihre Antwort ist gezählt.',
  figures: 'Alle Zahlen ansehen',
};
