import { describe, expect, it } from 'vitest';
import { isEmail, isPhone } from './added.model.ts';

describe('a contact', () => {
  it.each(['lena@example.org', 'lena.okonkwo+amt@mail.example.org', 'ü@straße.example'])(
    '%j is an address',
    (text) => expect(isEmail(text)).toBe(true),
  );
  it.each([
    '',
    'lena',
    'a@b',
    'a@example.org, b@example.org',
    'x <a@example.org>',
    'a b@example.org',
    '@example.org',
  ])('%j is none', (text) => expect(isEmail(text)).toBe(false));
  it.each(['03641 49-0', '+49 170 1234567', '(03641) 490'])('%j is a number', (text) =>
    expect(isPhone(text)).toBe(true),
  );
  it.each(['', '12345', 'ruf mich an', '      ', '0049 1234 5678 9012 3456'])('%j is none', (text) =>
    expect(isPhone(text)).toBe(false),
  );
});
