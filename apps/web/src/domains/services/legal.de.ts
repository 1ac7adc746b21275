import type { LegalText } from './parts/legal-page.tsx';

const demo =
  'Dies ist eine Vorführung. Die Angaben des Betreibers trägt die Stadt ein, bevor das Portal ans Netz geht.';

const imprint: LegalText = {
  title: 'Impressum',
  lead: 'Wer dieses Angebot verantwortet.',
  demo,
  parts: [
    {
      heading: 'Angaben nach § 5 DDG',
      text: [
        'Betreiber: [Stadt Jena – Name und Anschrift der verantwortlichen Stelle]',
        'Vertreten durch: [Oberbürgermeisterin oder Oberbürgermeister]',
        'E-Mail und Telefon: [Kontakt der verantwortlichen Stelle]',
        'Umsatzsteuer-Identifikationsnummer: [falls vorhanden]',
      ],
    },
    {
      heading: 'Inhalte',
      text: [
        'Die Auskünfte zu Diensten und Stellen nennen ihre Quelle und ihren Stand. Was das Amt noch nicht bestätigt hat, ist so gekennzeichnet.',
        'Die Zeichnungen und Symbole gehören zum Portal. Die Schrift Fira Sans steht unter der SIL Open Font License 1.1.',
      ],
    },
  ],
};

const privacy: LegalText = {
  title: 'Datenschutz',
  lead: 'Welche Daten wir brauchen, wofür, und was Sie bestimmen können.',
  demo,
  parts: [
    {
      heading: 'Ohne Anmeldung',
      text: [
        'Sie können alles lesen und suchen, ohne Cookies und ohne dass wir Sie kennen. Die Suche läuft auf Ihrem Gerät; was Sie eintippen, verlässt es nicht.',
        'Häkchen in den Wegweisern und begonnene Anträge liegen nur auf Ihrem Gerät, bis Sie etwas absenden.',
        'Wie oft ein Dienst aufgerufen, begonnen und bewertet wird, zählen wir ohne Kennung und ohne Ihre IP-Adresse zu speichern. Die Zahlen und wie sie entstehen stehen unter „Transparenz“.',
      ],
    },
    {
      heading: 'Mit Anmeldung',
      text: [
        'Nach der Anmeldung setzen wir ein Cookie, das nur für Ihre Sitzung nötig ist (§ 25 Absatz 2 Nummer 2 TDDDG).',
        'Ein zweites Cookie hilft uns, Ihr Gerät wiederzuerkennen. Damit warnen wir Sie, wenn sich jemand mit einem anderen Gerät in Ihrem Konto anmeldet. Es bleibt höchstens 400 Tage und dient zu nichts anderem.',
        'Was Sie absenden, verarbeiten wir, um Ihren Antrag zu bearbeiten (Artikel 6 Absatz 1 Buchstabe c und e DSGVO). Ihre Angaben und Dateien speichern wir verschlüsselt.',
        'Wer in der Verwaltung Ihre Daten ansieht, steht in Ihrem Konto unter „Zugriffe“.',
      ],
    },
    {
      heading: 'Mitteilungen',
      text: [
        'Mitteilungen auf Ihr Gerät schicken wir nur, wenn Sie es erlauben. Sie enthalten keine persönlichen Angaben. Sie schalten sie im Konto wieder aus.',
      ],
    },
    {
      heading: 'Ihre Rechte',
      text: [
        'Sie können Auskunft, Berichtigung, Löschung und Einschränkung verlangen und Ihre Daten mitnehmen (Artikel 15 bis 20 DSGVO).',
        'Datenschutzbeauftragte: [Kontakt]. Beschwerden nimmt auch der Thüringer Landesbeauftragte für den Datenschutz und die Informationsfreiheit entgegen.',
      ],
    },
  ],
};

const accessibility: LegalText = {
  title: 'Barrierefreiheit',
  lead: 'Alle sollen dieses Portal benutzen können.',
  demo,
  parts: [
    {
      heading: 'Stand',
      text: [
        'Wir bauen nach WCAG 2.2, Stufe AA, und nach EN 301 549. Das Portal lässt sich mit Tastatur, Vorlesegerät, großer Schrift, hohem Kontrast und ohne Bewegung bedienen.',
        'Noch fehlen: Texte in Leichter Sprache und Videos in Gebärdensprache. Eine Prüfung durch eine unabhängige Stelle steht aus.',
      ],
    },
    {
      heading: 'Etwas geht nicht?',
      text: [
        'Schreiben Sie uns: [Kontakt der Stelle für Barrierefreiheit]. Wir antworten innerhalb von zwei Wochen und helfen sofort auf einem anderen Weg weiter.',
        'Kommen wir nicht überein, wenden Sie sich an die Durchsetzungsstelle des Landes: [Kontakt der Durchsetzungsstelle in Thüringen].',
      ],
    },
  ],
};

export const copy = { imprint, privacy, accessibility };
export type LegalCopy = typeof copy;
