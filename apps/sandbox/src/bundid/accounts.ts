import { createHmac } from 'node:crypto';
import { findPerson } from '../people.ts';
import { escapeText } from '../saml/response.ts';

/** Who has a BundID account here: the same people who hold test cards, so that both doors can lead to one person. */
export const accounts = ['lena', 'erika', 'henrik', 'mia'].flatMap((id) => findPerson(id) ?? []);

/** The ways to log in, what each proves, and how BundID rates what it then says of a person. */
export const ways = {
  Benutzername: { label: 'Benutzername und Passwort', stork: 'STORK-QAA-Level-1', trust: 'UNTERGEORDNET' },
  Elster: { label: 'ELSTER-Zertifikat', stork: 'STORK-QAA-Level-3', trust: 'SUBSTANTIELL' },
  eID: { label: 'Online-Ausweis', stork: 'STORK-QAA-Level-4', trust: 'HOCH' },
} as const;
export type Way = keyof typeof ways;
export const wayNames = Object.keys(ways) as Way[];

/** The pseudonym of a person for one service provider; it outlives cards and differs between providers. */
export function bpk2(person: string, serviceProvider: string): string {
  return createHmac('sha256', 'sandbox bPK2').update(`${serviceProvider}|${person}`).digest('base64');
}

const oid = (number: string): string => `urn:oid:${number}`;

export type AttributeValue = { name: string; friendlyName: string; text: string; trust: string };

/** What BundID knows of a person, by its object identifiers; of these a portal gets what it asked for. */
export function attributesOf(person: string, way: Way, serviceProvider: string): AttributeValue[] {
  const card = accounts.find(({ id }) => id === person)?.card;
  if (card === undefined) return [];
  const { trust, stork } = ways[way];
  const { placeOfResidence: home, dateOfBirth: born } = card;
  const place = 'city' in home ? home : undefined;
  const known: [string, string, string | undefined][] = [
    ['1.3.6.1.4.1.25484.494450.3', 'bPK2', bpk2(person, serviceProvider)],
    ['1.2.40.0.10.2.1.1.261.94', 'EID-CITIZEN-QAA-LEVEL', stork],
    ['2.5.4.42', 'givenName', card.givenNames],
    ['2.5.4.4', 'surname', card.familyNames],
    ['0.9.2342.19200300.100.1.40', 'personalTitle', card.academicTitle],
    ['1.2.40.0.10.2.1.1.55', 'birthdate', `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`],
    ['2.5.4.16', 'postalAddress', place?.street],
    ['2.5.4.17', 'postalCode', place?.zipCode],
    ['2.5.4.7', 'localityName', place?.city],
  ];
  return known.flatMap(([number, friendlyName, text]) =>
    text === undefined ? [] : [{ name: oid(number), friendlyName, text, trust }],
  );
}

/** With the level that BundID adds to each value. */
export function attributeXml({ name, friendlyName, text, trust }: AttributeValue): string {
  return (
    `<saml2:Attribute xmlns:akdb="https://www.akdb.de/request/2018/09" FriendlyName="${friendlyName}" Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" akdb:TrustLevel="${trust}">` +
    `<saml2:AttributeValue>${escapeText(text)}</saml2:AttributeValue></saml2:Attribute>`
  );
}
