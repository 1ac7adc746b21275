import { expect, it } from 'vitest';
import { findMessages } from './find-messages.ts';

const all = ['Ihr Antrag ist genehmigt · Wohnung in Jena anmelden · J-7K4M-2Q', 'Reisepass läuft bald ab'];
const find = (words: string) => findMessages(all, words, (text) => text);

it('a message is found when every word occurs in it, however it is written', () => {
  expect(find('WOHNUNG genehmigt')).toEqual([all[0]]);
  expect(find('j-7k4m')).toEqual([all[0]]);
  expect(find('lauft')).toEqual([all[1]]);
  expect(find('Wohnung Reisepass')).toEqual([]);
});

it('all are shown while nothing is sought', () => {
  expect(find('  ')).toBe(all);
});
