import { createHmac } from 'node:crypto';

type Level = 'normal' | 'substanziell' | 'hoch';

/** What the tax office knows of a business, by the names of „Mein Unternehmenskonto“ (ELSTER, NEZO). */
export type Firm = {
  id: string;
  /** Organisations have `StNr` or `BZStNr`; `IdNr` is a person's own certificate, and no business. */
  datenkranz: 'StNr' | 'BZStNr' | 'IdNr';
  persTyp: 'NatPers' | 'NNatPers';
  /** How surely ELSTER knows the business. */
  identified: Level;
  name: string;
  legalForm?: { code: string; text: string };
  register?: { art: string; nummer: string; gericht: string };
  seat: {
    typ: 'Inland' | 'Ausland';
    strasse: string;
    hausnummer: string;
    plz: string;
    ort: string;
    land: string;
  };
  /** Whose certificates there are; one without a name was made before ELSTER asked for it. */
  certificates: readonly { id: string; vorname?: string; nachname?: string }[];
};

const jena = { typ: 'Inland', ort: 'Jena', land: 'DE' } as const;
const gmbh = { code: '350', text: 'Gesellschaft mit beschränkter Haftung' };

export const firms: readonly Firm[] = [
  {
    id: 'roesterei',
    datenkranz: 'StNr',
    persTyp: 'NNatPers',
    identified: 'substanziell',
    name: 'Kaffeerösterei Paradies GmbH',
    legalForm: gmbh,
    register: { art: 'HRB', nummer: '501777', gericht: 'Jena' },
    seat: { ...jena, strasse: 'Wagnergasse', hausnummer: '7', plz: '07743' },
    certificates: [
      { id: 'nora', vorname: 'Nora', nachname: 'Brandt' },
      { id: 'emil', vorname: 'Emil', nachname: 'Krüger' },
    ],
  },
  {
    id: 'tischlerei',
    datenkranz: 'StNr',
    persTyp: 'NatPers',
    identified: 'hoch',
    name: 'Tischlerei Vollrath',
    seat: { ...jena, strasse: 'Camburger Straße', hausnummer: '61', plz: '07743' },
    certificates: [{ id: 'henrik', vorname: 'Henrik', nachname: 'Vollrath' }],
  },
  {
    id: 'garten',
    datenkranz: 'StNr',
    persTyp: 'NNatPers',
    identified: 'substanziell',
    name: 'Müller & Söhne „Grünes <Jena>“ Garten- und Landschaftsbau Kommanditgesellschaft',
    legalForm: { code: '250', text: 'Kommanditgesellschaft' },
    register: { art: 'HRA', nummer: '200044', gericht: 'Jena' },
    seat: { ...jena, strasse: 'Löbstedter Straße', hausnummer: '47a', plz: '07749' },
    certificates: [{ id: 'zoe', vorname: 'Zoë-Łucja', nachname: 'Šimůnková-Müller' }],
  },
  {
    id: 'verein',
    datenkranz: 'StNr',
    persTyp: 'NNatPers',
    identified: 'substanziell',
    name: 'Nachbarschaftsverein Lobeda e. V.',
    legalForm: { code: '510', text: 'Eingetragener Verein' },
    register: { art: 'VR', nummer: '230815', gericht: 'Jena' },
    seat: { ...jena, strasse: 'Karl-Marx-Allee', hausnummer: '28', plz: '07747' },
    certificates: [{ id: 'ohne-namen' }],
  },
  {
    id: 'handel',
    datenkranz: 'BZStNr',
    persTyp: 'NNatPers',
    identified: 'normal',
    name: 'Ostwind Trading Ltd',
    seat: {
      typ: 'Ausland',
      strasse: 'Quay Street',
      hausnummer: '12',
      plz: 'D02 X285',
      ort: 'Dublin',
      land: 'IE',
    },
    certificates: [{ id: 'sean', vorname: 'Seán', nachname: 'Ó Briain' }],
  },
  {
    id: 'privat',
    datenkranz: 'IdNr',
    persTyp: 'NatPers',
    identified: 'substanziell',
    name: '',
    seat: { ...jena, strasse: 'Cranachstraße', hausnummer: '3', plz: '07743' },
    certificates: [{ id: 'lena', vorname: 'Lena', nachname: 'Okonkwo' }],
  },
];

export type Certificate = Firm['certificates'][number];

/** One certificate of a business, by `<firm>/<certificate>`. */
export function findCertificate(key: string): { firm: Firm; certificate: Certificate } | undefined {
  const [firmId, certificateId] = key.split('/');
  const firm = firms.find(({ id }) => id === firmId);
  const certificate = firm?.certificates.find(({ id }) => id === certificateId);
  return firm && certificate && { firm, certificate };
}

const pseudonym = (prefix: string, what: string): string =>
  `${prefix}-${createHmac('sha1', 'sandbox ELSTER').update(what).digest('hex')}`;

/** The business for one service provider; differs between providers, stays when people change. */
export const firmPseudonym = ({ id }: Firm, serviceProvider: string): string =>
  pseudonym('du', `${serviceProvider}|${id}`);

/** The certificate's account for one service provider. */
export const accountPseudonym = (firm: Firm, { id }: Certificate, serviceProvider: string): string =>
  pseudonym('ek', `${serviceProvider}|${firm.id}|${id}`);
