import { fillLetter, letterBlockSchema, letterUses } from '@jena/shared/cases';
import { expect, it } from 'vitest';
import { letterBlocks } from './blocks.de.ts';

it('every block is well formed, and no two have one name where both are offered', () => {
  for (const block of letterBlocks) expect(letterBlockSchema.parse(block)).toEqual(block);
  for (const use of letterUses) {
    const names = letterBlocks.filter(({ uses }) => uses.includes(use)).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names).size).toBe(names.length);
  }
});

it('leaves nothing open when a case has everything', () => {
  const values = {
    name: 'Lena Roth',
    reference: 'JE-1',
    service: 'Hund anmelden',
    paper: 'Foto',
    due: '7. Dezember',
    received: '23. November',
    office: 'Bürgerservice',
  };
  for (const { text } of letterBlocks) expect(fillLetter(text, values).missing).toEqual([]);
});
