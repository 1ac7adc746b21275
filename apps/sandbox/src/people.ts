/** A place as the card holds it: with parts, as one line (abroad), or as the note that there is none. */
export type CardPlace =
  | { street?: string; city: string; state?: string; country: string; zipCode?: string }
  | { freetext: string }
  | { none: string };

/** What one card holds; names as the card writes them. All persons are made up but Erika, the official sample. */
export type Card = {
  documentType: 'ID' | 'AR' | 'AS' | 'AF' | 'UB';
  issuingState: string;
  /** YYYY-MM-DD */
  dateOfExpiry: string;
  /** Missing for people who have one name only: it stands as family name. */
  givenNames?: string;
  familyNames: string;
  artisticName?: string;
  academicTitle?: string;
  /** Eight characters YYYYMMDD; unknown parts are spaces. */
  dateOfBirth: string;
  placeOfBirth: CardPlace;
  nationality?: string;
  birthName?: string;
  placeOfResidence: CardPlace;
  /** Country and official municipality key in groups of two digits, e.g. 0276 16 00 53 0000 for Jena. */
  communityId?: string;
  residencePermit?: string;
};

export type Person = {
  id: string;
  label: string;
  note: string;
  card: Card;
  /** Names the chip; the pseudonym depends on it, so a new card is a new pseudonym. */
  chip: string;
  /** What holds the identity; a card when left out. */
  medium?: 'SECertified';
  /** What the eID server finds wrong with the card; it then says `invalidDocument`. */
  trouble?: 'revoked' | 'expired' | 'forged';
};

const lena: Card = {
  documentType: 'ID',
  issuingState: 'D',
  dateOfExpiry: '2031-04-14',
  givenNames: 'Lena Marie',
  familyNames: 'Okonkwo',
  birthName: 'Hartung',
  dateOfBirth: '19960514',
  placeOfBirth: { freetext: 'Erfurt' },
  nationality: 'D',
  placeOfResidence: { street: 'Cranachstraße 112', city: 'Weimar', country: 'D', zipCode: '99423' },
  communityId: '02761600550000',
};

export const people: readonly Person[] = [
  {
    id: 'lena',
    label: 'Lena Okonkwo',
    note: 'zieht von Weimar nach Jena',
    card: lena,
    chip: 'lena-1',
  },
  {
    id: 'erika',
    label: 'Erika Mustermann',
    note: 'amtliche Musterkarte, wohnt in Köln',
    chip: 'erika-1',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2029-10-31',
      givenNames: 'ERIKA',
      familyNames: 'MUSTERMANN',
      birthName: 'GABLER',
      dateOfBirth: '19640812',
      placeOfBirth: { freetext: 'BERLIN' },
      nationality: 'D',
      placeOfResidence: { street: 'HEIDESTRAẞE 17', city: 'KÖLN', country: 'D', zipCode: '51147' },
      communityId: '02760503150000',
    },
  },
  {
    id: 'henrik',
    label: 'Dr. Henrik Vollrath',
    note: 'wohnt schon in Jena, Doktorgrad und Künstlername',
    chip: 'henrik-1',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2030-01-20',
      givenNames: 'Henrik',
      familyNames: 'Vollrath',
      artisticName: 'Heno Lichtblau',
      academicTitle: 'Dr.',
      dateOfBirth: '19710930',
      placeOfBirth: { freetext: 'Jena' },
      nationality: 'D',
      placeOfResidence: { street: 'Am Planetarium 203a', city: 'Jena', country: 'D', zipCode: '07743' },
      communityId: '02761600530000',
    },
  },
  {
    id: 'mia',
    label: 'Mia Sommer',
    note: 'minderjährig',
    chip: 'mia-1',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2030-06-02',
      givenNames: 'Mia',
      familyNames: 'Sommer',
      dateOfBirth: '20100203',
      placeOfBirth: { freetext: 'Gera' },
      nationality: 'D',
      placeOfResidence: { street: 'Lindenweg 44', city: 'Gera', country: 'D', zipCode: '07545' },
      communityId: '02761600520000',
    },
  },
  {
    id: 'jannis',
    label: 'Jannis Adler',
    note: 'keine Hauptwohnung in Deutschland',
    chip: 'jannis-1',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2032-02-11',
      givenNames: 'Jannis',
      familyNames: 'Adler',
      dateOfBirth: '19880721',
      placeOfBirth: { freetext: 'Saalfeld/Saale' },
      nationality: 'D',
      placeOfResidence: { none: 'keine Hauptwohnung in Deutschland' },
    },
  },
  {
    id: 'amadou',
    label: 'Amadou Keïta',
    note: 'Aufenthaltstitel, vom Geburtstag ist nur das Jahr bekannt',
    chip: 'amadou-1',
    card: {
      documentType: 'AR',
      issuingState: 'D',
      dateOfExpiry: '2028-09-30',
      givenNames: 'Amadou',
      familyNames: 'Keïta',
      dateOfBirth: '1950    ',
      placeOfBirth: { freetext: 'Kayes' },
      nationality: 'MLI',
      placeOfResidence: { street: 'Magdeburger Allee 310', city: 'Erfurt', country: 'D', zipCode: '99086' },
      communityId: '02761600510000',
      residencePermit: 'Niederlassungserlaubnis',
    },
  },
  {
    id: 'siobhan',
    label: 'Siobhán Ní Dhomhnaill',
    note: 'eID-Karte für Unionsbürger, Anschrift im Ausland',
    chip: 'siobhan-1',
    card: {
      documentType: 'UB',
      issuingState: 'D',
      dateOfExpiry: '2033-03-03',
      givenNames: 'Siobhán Áine',
      familyNames: 'Ní Dhomhnaill',
      dateOfBirth: '19930417',
      placeOfBirth: { freetext: 'Gaillimh' },
      nationality: 'IRL',
      placeOfResidence: { freetext: '27 Quay Lane, Galway, Irland' },
    },
  },
  {
    id: 'krzysztof',
    label: 'Krzysztof Brzęczyszczykiewicz-Łużycki',
    note: 'sehr lange Namen mit allen Zeichen nach DIN 91379',
    chip: 'krzysztof-1',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2031-12-24',
      givenNames: 'Krzysztof Þórarinn Ǆeladin Ğürcan Nguyễn-Phước',
      familyNames: 'Brzęczyszczykiewicz-Łużycki von der Hohenleuchten-Šťastný',
      birthName: 'D’Aŀlessandro-Ọlọ́runtóba',
      dateOfBirth: '19810228',
      placeOfBirth: { freetext: 'Zgorzelec' },
      nationality: 'D',
      placeOfResidence: {
        street: 'Straße des 17. Juni 135–137 b',
        city: 'Bad Frankenhausen/Kyffhäuser',
        country: 'D',
        zipCode: '06567',
      },
      communityId: '02761600650000',
    },
  },
  {
    id: 'ghada',
    label: 'Ġāda ʿAbd ar-Raḥmān al-Ǧawāhirī',
    note: 'Aufenthaltstitel, Name aus arabischer Schrift übertragen',
    chip: 'ghada-1',
    card: {
      documentType: 'AF',
      issuingState: 'D',
      dateOfExpiry: '2029-02-28',
      givenNames: 'Ġāda ʿAbd ar-Raḥmān Kr̥ṣṇā',
      familyNames: 'al-Ǧawāhirī',
      dateOfBirth: '199002  ',
      placeOfBirth: { freetext: 'Ḥalab' },
      nationality: 'SYR',
      placeOfResidence: { street: 'Karl-Liebknecht-Straße 98', city: 'Jena', country: 'D', zipCode: '07749' },
      communityId: '02761600530000',
      residencePermit: 'Erwerbstätigkeit erlaubt',
    },
  },
  {
    id: 'suharni',
    label: 'Suharni',
    note: 'hat nur einen Namen',
    chip: 'suharni-1',
    card: {
      documentType: 'AS',
      issuingState: 'D',
      dateOfExpiry: '2028-05-31',
      familyNames: 'Suharni',
      dateOfBirth: '19920819',
      placeOfBirth: { freetext: 'Yogyakarta' },
      nationality: 'IDN',
      placeOfResidence: { street: 'Ricarda-Huch-Weg 40', city: 'Jena', country: 'D', zipCode: '07743' },
      communityId: '02761600530000',
      residencePermit: 'Studium an der Friedrich-Schiller-Universität',
    },
  },
  {
    id: 'amara',
    label: 'Amara Okonkwo',
    note: 'Mutter von Ada, 7 Jahre',
    chip: 'amara-1',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2032-08-19',
      givenNames: 'Amara',
      familyNames: 'Okonkwo',
      dateOfBirth: '19910611',
      placeOfBirth: { freetext: 'Lagos' },
      nationality: 'D',
      placeOfResidence: { street: 'Schillerstraße 3', city: 'Weimar', country: 'D', zipCode: '99423' },
      communityId: '02761600550000',
    },
  },
  {
    id: 'lena-neue-karte',
    label: 'L. Okonkwo mit neuer Karte',
    note: 'dieselbe Person, neues Pseudonym',
    card: { ...lena, dateOfExpiry: '2036-10-01' },
    chip: 'lena-2',
  },
  {
    id: 'lena-namensgleich',
    label: 'Andere Lena Okonkwo',
    note: 'eine andere Person, die so heißt und am selben Tag geboren ist',
    chip: 'lena-suhl-1',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2033-07-07',
      givenNames: 'Lena',
      familyNames: 'Okonkwo',
      dateOfBirth: '19960514',
      placeOfBirth: { freetext: 'Suhl' },
      nationality: 'D',
      placeOfResidence: { street: 'Bergweg 12', city: 'Suhl', country: 'D', zipCode: '98527' },
      communityId: '02761600540000',
    },
  },
  {
    id: 'mara',
    label: 'Mara Okonkwo',
    note: 'Lenas Zwillingsschwester',
    card: { ...lena, givenNames: 'Mara Sophie' },
    chip: 'mara-1',
  },
  {
    id: 'rolf',
    label: 'Rolf Gesperrt',
    note: 'die Karte ist gesperrt',
    chip: 'rolf-1',
    trouble: 'revoked',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2027-05-05',
      givenNames: 'Rolf',
      familyNames: 'Gesperrt',
      dateOfBirth: '19770606',
      placeOfBirth: { freetext: 'Suhl' },
      nationality: 'D',
      placeOfResidence: { street: 'Bergweg 91', city: 'Suhl', country: 'D', zipCode: '98527' },
      communityId: '02761600540000',
    },
  },
  {
    id: 'gerda',
    label: 'Gerda Abgelaufen',
    note: 'die Karte ist nicht mehr gültig',
    chip: 'gerda-1',
    trouble: 'expired',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2021-03-14',
      givenNames: 'Gerda',
      familyNames: 'Abgelaufen',
      dateOfBirth: '19521119',
      placeOfBirth: { freetext: 'Kahla' },
      nationality: 'D',
      placeOfResidence: { street: 'Am Markt 88', city: 'Kahla', country: 'D', zipCode: '07768' },
      communityId: '02761600740044',
    },
  },
  {
    id: 'falk',
    label: 'Falk Unecht',
    note: 'der Chip beweist nicht, dass er echt ist',
    chip: 'falk-1',
    trouble: 'forged',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2030-12-12',
      givenNames: 'Falk',
      familyNames: 'Unecht',
      dateOfBirth: '19850404',
      placeOfBirth: { freetext: 'Eisenach' },
      nationality: 'D',
      placeOfResidence: { street: 'Talstraße 77', city: 'Eisenach', country: 'D', zipCode: '99817' },
      communityId: '02761600630105',
    },
  },
  {
    id: 'smart-eid',
    label: 'Pia Handy (Smart-eID)',
    note: 'Ausweis im Telefon statt auf einer Karte',
    chip: 'pia-1',
    medium: 'SECertified',
    card: {
      documentType: 'ID',
      issuingState: 'D',
      dateOfExpiry: '2029-08-08',
      givenNames: 'Pia',
      familyNames: 'Handy',
      dateOfBirth: '20010101',
      placeOfBirth: { freetext: 'Apolda' },
      nationality: 'D',
      placeOfResidence: { street: 'Glockengasse 8', city: 'Apolda', country: 'D', zipCode: '99510' },
      communityId: '02761600710000',
    },
  },
];

/**
 * Finds a test person. `lena~qxvbt` is somebody else who happens to have Lena's name: another card, another birth name,
 * and where the card knows it another birthday.
 * Tests that run side by side in one world use such a name of their own and do not see each other.
 */
export function findPerson(id: string): Person | undefined {
  const [known, namesake] = id.split('~');
  const person = people.find((one) => one.id === known);
  if (person === undefined || namesake === undefined) return person;
  const birthName = `${person.card.birthName ?? person.card.familyNames}-${namesake}`;
  return {
    ...person,
    id,
    chip: `${person.chip}~${namesake}`,
    card: { ...person.card, birthName, dateOfBirth: birthday(person.card.dateOfBirth, namesake) },
  };
}

/** A day of the same year that belongs to the name: somebody of the same name and birth date would be taken for the same. */
function birthday(born: string, namesake: string): string {
  if (!/^\d{8}$/.test(born)) return born;
  const day = [...namesake].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 336, 0);
  const two = (number: number) => String(number + 1).padStart(2, '0');
  return born.slice(0, 4) + two(Math.floor(day / 28)) + two(day % 28);
}
