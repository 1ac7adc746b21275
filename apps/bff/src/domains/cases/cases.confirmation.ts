import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

/** What the official confirmation of registration (amtliche Meldebestätigung, § 24 Abs. 2 BMG) says. */
export type Confirmation = {
  reference: string;
  name: string;
  birthDate: string;
  address: string;
  moveInDate: string;
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
    info: { Title: 'Amtliche Meldebestätigung', Author: 'Stadt Jena', Subject: content.reference },
  });
  const finished = collect(pdf);
  pdf.registerFont('regular', regular).registerFont('strong', strong);
  const document = pdf.struct('Document');
  pdf.addStructure(document);

  const add = (tag: string, draw: () => void) => document.add(pdf.struct(tag, {}, draw));
  add('P', () => pdf.font('strong').fontSize(11).fillColor('#14365d').text('Stadt Jena'));
  add('P', () => pdf.font('regular').fontSize(10).fillColor('#333333').text(content.office));
  pdf.moveDown(3);
  add('H1', () => pdf.font('strong').fontSize(22).fillColor('#111111').text('Amtliche Meldebestätigung'));
  add('P', () =>
    pdf.font('regular').fontSize(10).fillColor('#333333').text('nach § 24 Absatz 2 Bundesmeldegesetz (BMG)'),
  );
  pdf.moveDown(2);
  add('P', () =>
    pdf
      .font('regular')
      .fontSize(12)
      .fillColor('#111111')
      .text('Hiermit bestätigen wir, dass sich folgende Person bei uns angemeldet hat:'),
  );
  pdf.moveDown(1);
  for (const [label, value] of [
    ['Name', content.name],
    ['Geburtsdatum', content.birthDate],
    ['Wohnung', content.address],
    ['Tag des Einzugs', content.moveInDate],
    ['Aktenzeichen', content.reference],
  ] as const) {
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
