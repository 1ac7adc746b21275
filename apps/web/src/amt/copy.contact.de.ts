/** What staff read of how an applicant is reached and met. */
export const contactCopy = {
  open: 'Kontakt und Wünsche ansehen',
  opening: 'Wird geöffnet …',
  noted: 'Der Blick steht in der Liste, die die Person selbst sieht.',
  title: 'Kontakt und Wünsche',
  phone: 'Telefon',
  email: 'E-Mail (bestätigt)',
  language: 'Sprache',
  languages: { de: 'Deutsch', en: 'Englisch' },
  needs: 'Das hilft',
  need: {
    large_print: 'Große Schrift in Briefen',
    easy_read: 'Leichte Sprache',
    read_aloud: 'Texte vorlesen oder als lesbare Datei',
    sign_language: 'Gebärdensprach-Dolmetschen',
    hearing_loop: 'Induktionsschleife',
    step_free: 'Weg ohne Stufen, Platz für den Rollstuhl',
    more_time: 'Mehr Zeit beim Termin',
  },
  nothing: 'nichts angegeben',
};
