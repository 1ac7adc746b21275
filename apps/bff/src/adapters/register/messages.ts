import type { Element } from '@xmldom/xmldom';
import { child, childElements, childText, escapeXml, parseXml } from '../xml/xml.ts';
import { type PersonQuery, type RegisterAnswer, RegisterError } from './port.ts';

/** In the manner of XMeld: a head with the message's own number, then what is searched. */
const namespace = 'urn:jena:sandbox:personensuche:1';

export function searchMessage(messageId: string, sentAt: string, query: PersonQuery): string {
  const part = (name: string, value: string) => `<${name}>${escapeXml(value)}</${name}>`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?><personensuche.anfrage xmlns="${namespace}">`,
    `<nachrichtenkopf>${part('nachrichtenUUID', messageId)}${part('erstellungszeitpunkt', sentAt)}</nachrichtenkopf>`,
    `<suchdaten>${part('familienname', query.familyName)}${part('vornamen', query.givenNames)}`,
    `${part('geburtsdatum', query.birthDate)}</suchdaten></personensuche.anfrage>`,
  ].join('');
}

const untrusted = (detail: string) => new RegisterError('untrusted_answer', detail);

/** Reads an answer; it must belong to the question. @throws RegisterError */
export function readAnswer(xml: string, messageId: string): RegisterAnswer {
  const root = rootOf(xml);
  if (root.localName !== 'personensuche.antwort' || root.namespaceURI !== namespace)
    throw untrusted('another message');
  if (childText(child(root, 'nachrichtenkopf'), 'bezugsnachricht') !== messageId)
    throw untrusted('the answer to another question');
  switch (childText(root, 'ergebnis')) {
    case 'keinTreffer':
      return { status: 'not_found' };
    case 'mehrereTreffer':
    case 'auskunftssperre':
      return { status: 'needs_person' };
    case 'treffer':
      return personOf(child(root, 'person'));
    default:
      throw untrusted('no result');
  }
}

function rootOf(xml: string): Element {
  try {
    const root = parseXml(xml).documentElement;
    if (root) return root;
  } catch {
    // Said below: the parser's own words may quote the text.
  }
  throw untrusted('no XML');
}

function personOf(person: Element | undefined): RegisterAnswer {
  const status = childText(person, 'meldestatus');
  if (person === undefined || (status !== 'gemeldet' && status !== 'verzogen')) throw untrusted('no status');
  const homes = childElements(person)
    .filter(({ localName }) => localName === 'anschrift.inland')
    .map((home) => ({
      street: childText(home, 'strasse') ?? '',
      houseNumber: childText(home, 'hausnummer') ?? '',
      postcode: childText(home, 'postleitzahl') ?? '',
      town: childText(home, 'wohnort') ?? '',
      isMain: childText(home, 'statusWohnung') === 'hauptwohnung',
    }));
  return { status: 'found', hasMovedAway: status === 'verzogen', homes };
}
