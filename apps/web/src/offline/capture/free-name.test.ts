import { describe, expect, it } from 'vitest';
import { freeName, numbered } from './free-name.ts';

const page = (number: number) => `Bestätigung – Seite ${number}.jpg`;

describe('the name of a page', () => {
  it('counts on', () => {
    expect(freeName(page, [])).toBe('Bestätigung – Seite 1.jpg');
    expect(freeName(page, [page(1), page(2)])).toBe('Bestätigung – Seite 3.jpg');
  });

  it('fills the gap that a removed page left, and never doubles one that is there', () => {
    expect(freeName(page, [page(2), page(3)])).toBe('Bestätigung – Seite 1.jpg');
    expect(freeName(page, [page(1), page(3)])).toBe('Bestätigung – Seite 2.jpg');
  });
});

describe('the name of a chosen file', () => {
  it('stays as it is while it is the only one', () => {
    expect(freeName(numbered('scan.pdf'), ['anderes.pdf'])).toBe('scan.pdf');
  });

  it('gets a number before its ending', () => {
    expect(freeName(numbered('scan.pdf'), ['scan.pdf'])).toBe('scan (2).pdf');
    expect(freeName(numbered('mein.scan.pdf'), ['mein.scan.pdf', 'mein.scan (2).pdf'])).toBe(
      'mein.scan (3).pdf',
    );
    expect(freeName(numbered('ohne'), ['ohne'])).toBe('ohne (2)');
    expect(freeName(numbered('.pdf'), ['.pdf'])).toBe('.pdf (2)');
  });
});
