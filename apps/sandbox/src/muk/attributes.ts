import { type Attribute, escapeText } from '../saml/response.ts';
import { type Certificate, type Firm, firmPseudonym } from './firms.ts';

const ekona = 'http://www.elster.de/schema/ekona/saml/extensions';

const attribute = (name: string, value: string, type = ''): Attribute => ({
  name,
  xml:
    `<saml2:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:basic">` +
    `<saml2:AttributeValue${type}>${value}</saml2:AttributeValue></saml2:Attribute>`,
});

/** What goes to every registered portal: ELSTER has no choice of attributes in a request. */
export function firmAttributes(firm: Firm, certificate: Certificate, serviceProvider: string): Attribute[] {
  const isFirm = firm.datenkranz !== 'IdNr';
  const { register, legalForm } = firm;
  const texts: [string, string | undefined][] = [
    // A person's own certificate transmits for nobody.
    ['DatenuebermittlerPseudonymID', isFirm ? firmPseudonym(firm, serviceProvider) : undefined],
    ['IstTestkonto', 'true'],
    ['DatenkranzTyp', firm.datenkranz],
    ['ElsterVertrauensniveauIdentifizierung', firm.identified],
    ['ElsterVertrauensniveauAuthentifizierung', 'substanziell'],
    ['PersTyp', firm.persTyp],
    ['Firmenname', isFirm ? firm.name : undefined],
    ['Rechtsform', legalForm?.code],
    ['RechtsformText', legalForm?.text],
    ['Registerart', register?.art],
    ['Registernummer', register?.nummer],
    ['Registergericht', register?.gericht],
    [isFirm ? 'HandelndePersonVorname' : 'Vorname', certificate.vorname],
    [isFirm ? 'HandelndePersonNachname' : 'Name', certificate.nachname],
  ];
  const known = texts.flatMap(([name, text]) =>
    text === undefined ? [] : [attribute(name, escapeText(text))],
  );
  return [...known, addressAttribute(isFirm ? 'Unternehmensanschrift' : 'Anschrift', firm.seat)];
}

/** An address is XML of ELSTER's own inside the value. */
function addressAttribute(name: string, seat: Firm['seat']): Attribute {
  const parts: [string, string][] = [
    ['Typ', seat.typ],
    ['Strasse', seat.strasse],
    ['Hausnummer', seat.hausnummer],
    ['PLZ', seat.plz],
    ['Ort', seat.ort],
    ['Land', seat.land],
  ];
  const inner = parts.map(([part, text]) => `<ekona:${part}>${escapeText(text)}</ekona:${part}>`).join('');
  const type = ` xmlns:ekona="${ekona}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="ekona:AdresseType"`;
  return attribute(name, inner, type);
}

/** The same attributes, one of them with another text. */
export function withText(attributes: readonly Attribute[], name: string, text: string): Attribute[] {
  return attributes.map((known) => (known.name === name ? attribute(name, text) : known));
}
