import type { LetterBlock } from '@jena/shared/cases';

/** Text blocks for what people read: whole sentences that stand alone, edited before they are sent. */
export const letterBlocks: readonly LetterBlock[] = [
  {
    id: 'unreadable',
    uses: ['request', 'message'],
    name: 'Nicht lesbar',
    text: 'Das Foto ist leider nicht gut lesbar. Bitte fotografieren Sie das Dokument noch einmal bei hellem Licht und von oben, so dass alle vier Ecken zu sehen sind.',
  },
  {
    id: 'page',
    uses: ['request'],
    name: 'Seite fehlt',
    text: 'Es fehlt noch eine Seite. Bitte senden Sie uns das ganze Dokument mit allen Seiten, auch der Rückseite.',
  },
  {
    id: 'wrong',
    uses: ['request'],
    name: 'Falsches Dokument',
    text: 'Das ist leider ein anderes Dokument. Bitte senden Sie uns dieses Dokument: {{paper}}',
  },
  {
    id: 'signature',
    uses: ['request'],
    name: 'Unterschrift fehlt',
    text: 'Auf dem Dokument fehlt die Unterschrift. Bitte lassen Sie es unterschreiben und senden Sie es uns noch einmal.',
  },
  {
    id: 'mismatch',
    uses: ['request', 'message'],
    name: 'Angaben passen nicht',
    text: 'Die Angaben im Dokument passen nicht zu Ihrem Antrag vom {{received}}. Bitte prüfen Sie Namen, Adresse und Datum und senden Sie uns ein passendes Dokument.',
  },
  {
    id: 'not-in-time',
    uses: ['reject'],
    name: 'Unterlagen nicht gekommen',
    text: 'Für Ihren Antrag „{{service}}“ vom {{received}} fehlten Unterlagen. Wir haben sie angefordert, sie sind aber nicht bei uns angekommen. Darum können wir dem Antrag nicht zustimmen. Sie können jederzeit einen neuen Antrag stellen.',
  },
  {
    id: 'twice',
    uses: ['reject', 'message'],
    name: 'Doppelter Antrag',
    text: 'Ihr Antrag {{reference}} liegt uns doppelt vor. Wir bearbeiten den anderen Antrag weiter. Sie müssen nichts tun.',
  },
  {
    id: 'not-here',
    uses: ['reject', 'message'],
    name: 'Nicht zuständig',
    text: 'Für Ihr Anliegen sind wir leider nicht zuständig. Bitte wenden Sie sich an die Stelle, die für Ihren Wohnort zuständig ist.',
  },
  {
    id: 'thanks',
    uses: ['message'],
    name: 'Wir sind dran',
    text: 'Guten Tag {{name}},\n\nvielen Dank für Ihre Nachricht. Wir bearbeiten Ihren Antrag {{reference}} und melden uns, sobald es Neues gibt.\n\n{{office}}',
  },
];
