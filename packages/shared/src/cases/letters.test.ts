import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { letterBlockSchema } from './letters.schema.ts';
import { fillLetter, letterValues, placesIn } from './letters.ts';

describe('a text block', () => {
  test('takes values from the case', () => {
    const text = 'Guten Tag {{name}}, zu {{ reference }}: {{name}}.';
    expect(fillLetter(text, { name: 'Lena Roth', reference: 'JE-1' })).toEqual({
      text: 'Guten Tag Lena Roth, zu JE-1: Lena Roth.',
      missing: [],
    });
  });

  test('keeps a place without a value in sight, and names it once', () => {
    expect(fillLetter('Bis {{due}}, spätestens {{due}}. {{constructor}}', { due: ' ' })).toEqual({
      text: 'Bis {{due}}, spätestens {{due}}. {{constructor}}',
      missing: ['due', 'constructor'],
    });
  });

  test('never reads a value as a place, whatever people are called', () => {
    expect(fillLetter('{{name}}', { name: 'A {{reference}}\n\u202eB', reference: 'JE-1' }).text).toBe(
      'A reference B',
    );
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, reference) => {
        const { text } = fillLetter('{{name}}|{{reference}}', {
          name: `x${name}`,
          reference: `y${reference}`,
        });
        expect(placesIn(text)).toEqual([]);
        expect(text).not.toMatch(/[\n\r\u202e]/);
      }),
    );
  });

  test('knows only places that a case fills', () => {
    const block = { id: 'due', uses: ['request'], name: 'Frist', text: 'Bitte bis {{due}} senden.' };
    expect(letterBlockSchema.safeParse(block).success).toBe(true);
    expect(letterBlockSchema.safeParse({ ...block, text: 'Bitte bis {{frist}} senden.' }).success).toBe(
      false,
    );
    expect(letterValues.every((name) => placesIn(`{{${name}}}`)[0] === name)).toBe(true);
  });
});
