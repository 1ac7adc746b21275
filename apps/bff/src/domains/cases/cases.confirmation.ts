import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** What a confirmation of the city says: what it is, by which law, and what it confirms. */
export type Confirmation = {
  title: string;
  basis: string;
  sentence: string;
  facts: readonly (readonly [label: string, value: string])[];
  reference: string;
  office: string;
  issuedOn: string;
};

const font = (file: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/fira-sans/${file}`));
const regular = font('400Regular/FiraSans_400Regular.ttf');
const strong = font('600SemiBold/FiraSans_600SemiBold.ttf');

/** Draws the confirmation as a tagged PDF (PDF/UA-1 structure: language, title, headings, paragraphs), one A4 page. */
export async function confirmationPdf(content: Confirmation): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: 72, bottom: 72, left: 72, right: 72 },
    lang: 'de-DE',
    tagged: true,
    displayTitle: true,
    subset: 'PDF/UA' as never,
    pdfVersion: '1.7',
    info: { Title: content.title, Author: 'Stadt Jena', Subject: content.reference },
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
  add('P', () => pdf.font('regular').fontSize(10).fillColor('#333333').text(content.basis));
  pdf.moveDown(2);
  add('P', () => pdf.font('regular').fontSize(12).fillColor('#111111').text(content.sentence));
  pdf.moveDown(1);
  for (const [label, value] of [...content.facts, ['Aktenzeichen', content.reference] as const]) {
    add('P', () => {
      pdf.font('strong').fontSize(10).fillColor('#333333').text(label);
      pdf.font('regular').fontSize(13).fillColor('#111111').text(value);
    });
    pdf.moveDown(0.6);
  }
  pdf.moveDown(1);
  add('P', () => pdf.font('regular').fontSize(11).text(`Jena, ${content.issuedOn}`));
  pdf.moveDown(0.5);
  add('P', () =>
    pdf
      .fontSize(10)
      .fillColor('#333333')
      .text('Dieses Schreiben wurde elektronisch erstellt und ist ohne Unterschrift gültig.'),
  );
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
