import { expect, it } from 'vitest';
import { checkReason, withTemplate } from './reason.ts';

it('asks for a reason that says something, blanks not counted', () => {
  expect(checkReason('   zu kurz   ')).toBe('short');
  expect(checkReason('gerade gut')).toBeUndefined();
  expect(checkReason('x'.repeat(1001))).toBe('long');
});

it('adds a template below what was typed, and only once', () => {
  expect(withTemplate(' ', 'Seite fehlt.')).toBe('Seite fehlt.');
  const both = withTemplate('Guten Tag!', 'Seite fehlt.');
  expect(both).toBe('Guten Tag!\n\nSeite fehlt.');
  expect(withTemplate(both, 'Seite fehlt.')).toBe(both);
});
