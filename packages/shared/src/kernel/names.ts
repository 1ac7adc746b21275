/** As cards, chips in capitals and people write one name: 'HEIDESTRAẞE' and 'Heidestraße' are the same. */
export const plainName = (name: string): string =>
  name.normalize('NFC').trim().toLocaleUpperCase('de').replaceAll('ẞ', 'SS').split(/\s+/).join(' ');
