import { expect, it } from 'vitest';
import { plainColours } from './plain-colours.ts';

it('takes the wide twins of colours out, and nothing else', () => {
  const css =
    'a{color:#fed54d}@supports (color:lab(0% 0 0)){@media print{a{color:lab(87% 4 69)}}}' +
    '@supports (display:grid){b{display:grid}}c{color:red}@supports (color:lab(0% 0 0)){c{color:lab(1% 2 3)}}';
  expect(plainColours(css)).toBe('a{color:#fed54d}@supports (display:grid){b{display:grid}}c{color:red}');
});

it('leaves a stylesheet without them as it is', () => {
  expect(plainColours('a{color:red}')).toBe('a{color:red}');
});
