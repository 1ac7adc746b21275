import { expect, it } from 'vitest';
import { differences } from './differences.ts';

const line = (label: string, value: string) => ({ label, value });

it('puts answers side by side and marks what differs, also where one has none', () => {
  expect(
    differences(
      [line('Name', 'Roth'), line('Straße', 'Markt 1')],
      [line('Name', 'Roth'), line('Straße', 'Markt 2'), line('Telefon', '1')],
    ),
  ).toEqual([
    { label: 'Name', here: 'Roth', there: 'Roth', differs: false },
    { label: 'Straße', here: 'Markt 1', there: 'Markt 2', differs: true },
    { label: 'Telefon', here: '', there: '1', differs: true },
  ]);
});

it('keeps repeated questions together', () => {
  const twice = [line('Kind', 'Ada'), line('Kind', 'Bo')];
  expect(differences(twice, [line('Kind', 'Ada')])).toEqual([
    { label: 'Kind', here: 'Ada; Bo', there: 'Ada', differs: true },
  ]);
});
