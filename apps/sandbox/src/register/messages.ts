import { randomUUID } from 'node:crypto';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { findResidents, type Home, type Resident } from './residents.ts';

const namespace = 'urn:jena:sandbox:personensuche:1';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const textOf = (parent: Element, name: string): string =>
  parent.getElementsByTagNameNS(namespace, name).item(0)?.textContent?.trim() ?? '';

const home = ({ street, houseNumber, postcode, town, isMain }: Home) =>
  `<anschrift.inland><strasse>${escaped(street)}</strasse><hausnummer>${escaped(houseNumber)}</hausnummer>` +
  `<postleitzahl>${postcode}</postleitzahl><wohnort>${escaped(town)}</wohnort>` +
  `<statusWohnung>${isMain ? 'hauptwohnung' : 'nebenwohnung'}</statusWohnung></anschrift.inland>`;

function result(found: readonly Resident[]): string {
  const [one] = found;
  if (one === undefined) return '<ergebnis>keinTreffer</ergebnis>';
  if (found.length > 1) return '<ergebnis>mehrereTreffer</ergebnis>';
  if (one.isBlocked) return '<ergebnis>auskunftssperre</ergebnis>';
  return `<ergebnis>treffer</ergebnis><person><meldestatus>${one.hasMovedAway ? 'verzogen' : 'gemeldet'}</meldestatus>${one.homes.map(home).join('')}</person>`;
}

/** Answers one search. Throws when the message is none. */
export function answerTo(xml: string): string {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root?.localName !== 'personensuche.anfrage' || root.namespaceURI !== namespace)
    throw new Error('no search');
  const found = findResidents({
    familyName: textOf(root, 'familienname'),
    givenNames: textOf(root, 'vornamen'),
    birthDate: textOf(root, 'geburtsdatum'),
  });
  return (
    `<?xml version="1.0" encoding="UTF-8"?><personensuche.antwort xmlns="${namespace}"><nachrichtenkopf>` +
    `<nachrichtenUUID>${randomUUID()}</nachrichtenUUID>` +
    `<bezugsnachricht>${escaped(textOf(root, 'nachrichtenUUID'))}</bezugsnachricht>` +
    `</nachrichtenkopf>${result(found)}</personensuche.antwort>`
  );
}
