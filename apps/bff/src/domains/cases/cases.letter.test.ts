import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { collectBytes } from '../../platform/testing/bytes.ts';
import { textOf } from '../../platform/testing/pdf.ts';
import { pdfUaFaults } from '../../platform/testing/pdf-ua.ts';
import { type Letter, letterPdf } from './cases.letter.ts';

const letter: Letter = {
  title: 'Ablehnung Ihres Antrags',
  basis: 'Hund anmelden',
  sentence: 'Ihren Antrag lehnen wir ab.',
  facts: [
    ['Name', 'Łucja Zoë Nguyễn-Phước'],
    ['Begründung', 'Der Hund ist schon angemeldet.'],
  ],
  reference: 'J-7KQ4-M2XP',
  office: 'Bürgerservice',
  issuedOn: '23.11.2026',
  remedy: 'Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch einlegen.',
  check: {
    code: '7KQ4A-M2XP0-9FT3D-0RZWC',
    page: 'jena.example/pruefen',
    address: 'https://jena.example/pruefen#7KQ4A-M2XP0-9FT3D-0RZWC',
  },
  at: new Date('2026-11-23T09:00:00.000Z'),
};

describe('a letter', () => {
  it('has nothing that keeps it from being read by everyone (PDF/UA-1, as far as its structure says)', async () => {
    expect(pdfUaFaults(await letterPdf(letter))).toEqual([]);
    const long = 'Der Grund ist lang und wird genau erklärt. '.repeat(200);
    const pages = await letterPdf({ ...letter, facts: [['Begründung', long]] });
    expect(pages.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length).toBeGreaterThan(1);
    expect(pdfUaFaults(pages)).toEqual([]);
    expect(pdfUaFaults(await letterPdf({ ...letter, remedy: null, basis: '' }))).toEqual([]);
  });

  it('that is not tagged would be found', async () => {
    const pdf = new PDFDocument();
    const bytes = collectBytes(pdf as never);
    pdf.text('Nur gemalt').end();
    const faults = pdfUaFaults(await bytes);
    expect(faults).toContain('it has no structure (7.1)');
    expect(faults.some((fault) => fault.startsWith('drawn outside of the structure'))).toBe(true);
  });

  it('is the same bytes whenever it is drawn, so that its hash holds', async () => {
    expect((await letterPdf(letter)).equals(await letterPdf(letter))).toBe(true);
  });

  it('bears its code in words, for who sees no picture', async () => {
    const text = textOf(await letterPdf(letter));
    for (const part of [letter.check.code, letter.check.page, 'Łucja Zoë Nguyễn-Phước', 'Widerspruch'])
      expect(text).toContain(part);
  });
});
