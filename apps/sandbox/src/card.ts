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
