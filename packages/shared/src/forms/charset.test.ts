import { describe, expect, test } from 'vitest';
import { foreignCharacters, isLatinName } from './charset.ts';

describe('names that a register can store (DIN 91379, type A)', () => {
  test.each([
    'Müller',
    'Łucja Żółć',
    'Nguyễn Thị Ánh',
    'O’Brien',
    "D'Angelo",
    'Strauß-Weiẞ',
    'Çelik',
    'Ḩusayn',
    'Ərəb',
    'Ṯābit ʿAlī',
    'K̛',
    'C̨̆',
    'ē̍',
    'St. Émilion',
    'Mc`Coy',
  ])('%s is stored', (name) => {
    expect(isLatinName(name)).toBe(true);
  });

  test('an accent typed apart is composed first', () => {
    expect(isLatinName('Mu\u0308ller')).toBe(true);
  });

  test.each([
    ['Иван', ['И', 'в', 'а', 'н']],
    ['علي', ['ع', 'ل', 'ي']],
    ['李', ['李']],
    ['Anna1', ['1']],
    ['Anna😀', ['😀']],
    ['Anna_B', ['_']],
    ['q\u0308', ['q\u0308']],
    ['Σ', ['Σ']],
  ])('%s is not: %s', (name, characters) => {
    expect(isLatinName(name)).toBe(false);
    expect(foreignCharacters(name)).toEqual(characters);
  });

  test('names each foreign character once', () => {
    expect(foreignCharacters('ААА')).toEqual(['А']);
    expect(foreignCharacters('Erika')).toEqual([]);
  });

  test('a long hostile text is judged at once', () => {
    const begun = performance.now();
    expect(isLatinName(`${'K͟'.repeat(2000)}!`)).toBe(false);
    expect(performance.now() - begun).toBeLessThan(200);
  });
});
