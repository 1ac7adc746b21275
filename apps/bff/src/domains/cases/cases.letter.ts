import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import { drawCheck } from './cases.letter.check.ts';

/** What a letter of the city says: what it is, by which law, what it decides or confirms, and how anyone can check it. */
export type Letter = {
  title: string;
  /** By which law; empty where the letter names it in its words. */
  basis: string;
  sentence: string;
  facts: readonly (readonly [label: string, value: string])[];
  reference: string;
  office: string;
  issuedOn: string;
  /** What people may do against it and until when (§ 37 (6) VwVfG, § 58 (1) VwGO); null where there is nothing. */
  remedy: string | null;
  /** The code, and the page that confirms it, with the code behind its `#`. */
  check: { code: string; page: string; address: string };
  /** Stands in the file, so that the same letter is the same bytes whenever it is drawn. */
  at: Date;
};

const font = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/fira-sans/${file}`));
const regular = font('400Regular/FiraSans_400Regular.ttf');
const strong = font('600SemiBold/FiraSans_600SemiBold.ttf');

/**
 * Draws a letter as a tagged PDF (PDF/UA-1: language, title, headings, paragraphs, a figure with words in its place). The
 * same content gives the same bytes.
 */
export async function letterPdf(content: Letter): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 72, bottom: 72, left: 72, right: 72 },
    lang: 'de-DE',
    tagged: true,
    displayTitle: true,
    subset: 'PDF/UA' as never,
    pdfVersion: '1.7',
    info: {
      Title: content.title,
      Author: 'Stadt Jena',
      Subject: content.reference,
      CreationDate: content.at,
    },
  });
  const finished = collect(pdf);
  pdf.registerFont('regular', regular).registerFont('strong', strong);
  const document = pdf.struct('Document');
  pdf.addStructure(document);

  const add = (tag: string, draw: () => void) => document.add(pdf.struct(tag, {}, draw));
  add('P', () => pdf.font('strong').fontSize(11).fillColor('#14365d').text('Stadt Jena'));
  add('P', () => pdf.font('regular').fontSize(10).fillColor('#333333').text(content.office));
  pdf.moveDown(3);
  add('H1', () => pdf.font('strong').fontSize(22).fillColor('#111111').text(content.title));
  if (content.basis)
    add('P', () => pdf.font('regular').fontSize(10).fillColor('#333333').text(content.basis));
  pdf.moveDown(2);
  add('P', () => pdf.font('regular').fontSize(12).fillColor('#111111').text(content.sentence));
  pdf.moveDown(1);
  for (const [label, value] of content.facts) {
    add('P', () => {
      pdf.font('strong').fontSize(10).fillColor('#333333').text(label);
      pdf.font('regular').fontSize(13).fillColor('#111111').text(value);
    });
    pdf.moveDown(0.6);
  }
  pdf.moveDown(0.6);
  add('P', () => pdf.font('regular').fontSize(11).text(`Jena, ${content.issuedOn}`));
  pdf.moveDown(0.5);
  add('P', () =>
    pdf
      .fontSize(10)
      .fillColor('#333333')
      .text('Dieses Schreiben wurde elektronisch erstellt und ist ohne Unterschrift gültig.'),
  );
  const { remedy } = content;
  if (remedy !== null) {
    pdf.moveDown(1);
    add('H2', () => pdf.font('strong').fontSize(12).fillColor('#111111').text('Rechtsbehelfsbelehrung'));
    add('P', () => pdf.font('regular').fontSize(11).text(remedy));
  }
  drawCheck(pdf, document, content.check);
  document.end();
  pdf.end();
  return finished;
}

function collect(pdf: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    pdf.on('data', (part: Buffer) => parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
}
