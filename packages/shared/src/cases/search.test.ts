import { expect, test } from 'vitest';
import { readCaseNumber, searchWords } from './search.ts';

test.each([
  ['Erika Mustermann', ['ERIKA', 'MUSTERMANN']],
  ['  müller-lüdenscheidt ', ['MUELLER', 'LUEDENSCHEIDT']],
  ['MÜLLER LÜDENSCHEIDT', ['MUELLER', 'LUEDENSCHEIDT']],
  ['José d’Almeida', ['JOSE', 'D', 'ALMEIDA']],
  ['Anna Anna', ['ANNA']],
  ['Weiß', ['WEISS']],
  ['Лена', ['ЛЕНА']],
  [' – . ', []],
])('%s is found by its words', (name, words) => {
  expect(searchWords(name)).toEqual(words);
});

test.each([
  ['J-7KQ4-M2XP', 'J-7KQ4-M2XP'],
  ['j 7kq4 m2xp', 'J-7KQ4-M2XP'],
  ['7KQ4–M2XP', 'J-7KQ4-M2XP'],
  ['j7kqom2xi', 'J-7KQ0-M2X1'],
  ['Johannsen', 'J-0HAN-NSEN'],
  ['Mustermann', undefined],
  ['J-7KQ4-M2', undefined],
  ['J-7KQ4-M2XÜ', undefined],
  ['', undefined],
])('%s is the number %s', (typed, number) => {
  expect(readCaseNumber(typed)).toBe(number);
});
