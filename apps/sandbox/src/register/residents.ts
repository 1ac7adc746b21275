import { people } from '../people.ts';

export type Home = { street: string; houseNumber: string; postcode: string; town: string; isMain: boolean };
export type Resident = {
  familyName: string;
  givenNames: string;
  /** YYYY-MM-DD; only the year counts, so that namesakes of the test people (`henrik~qxvbt`) are found too. */
  birthDate: string;
  homes: Home[];
  /** § 51 BMG: nobody may be told where this person lives. */
  isBlocked?: boolean;
  hasMovedAway?: boolean;
};

/** The cards' people who live in Jena stand in its register. */
const fromCards = people.flatMap(({ id, card }): Resident[] => {
  const place = card.placeOfResidence;
  if (!('city' in place) || place.city !== 'Jena') return [];
  const [, street = '', houseNumber = ''] = /^(.*\S)\s+(\d.*)$/.exec(place.street ?? '') ?? [];
  return [
    {
      familyName: card.familyNames,
      givenNames: card.givenNames ?? '',
      birthDate: card.dateOfBirth.replace(/^(....)(..)(..)$/, '$1-$2-$3'),
      homes: [{ street, houseNumber, postcode: place.zipCode ?? '', town: 'Jena', isMain: true }],
      ...(id === 'ghada' ? { isBlocked: true } : {}),
    },
  ];
});

const markt = { street: 'Markt', houseNumber: '5', postcode: '07743', town: 'Jena', isMain: true };

/** People without a card of the sandbox: one who moved away, and two of the same name and birth date. */
const others: Resident[] = [
  { familyName: 'Fernweh', givenNames: 'Frieda', birthDate: '1980-02-03', homes: [], hasMovedAway: true },
  { familyName: 'Zwilling', givenNames: 'Kim', birthDate: '1990-01-01', homes: [markt] },
  {
    familyName: 'Zwilling',
    givenNames: 'Kim',
    birthDate: '1990-01-01',
    homes: [{ ...markt, houseNumber: '7' }],
  },
];

const residents: readonly Resident[] = [...fromCards, ...others];

const folded = (name: string) => name.normalize('NFC').toLowerCase().trim().replaceAll(/\s+/g, ' ');

/** Everybody whom these words fit. */
export function findResidents(asked: {
  familyName: string;
  givenNames: string;
  birthDate: string;
}): Resident[] {
  return residents.filter(
    ({ familyName, givenNames, birthDate }) =>
      folded(familyName) === folded(asked.familyName) &&
      folded(givenNames) === folded(asked.givenNames) &&
      birthDate.slice(0, 4) === asked.birthDate.slice(0, 4),
  );
}
