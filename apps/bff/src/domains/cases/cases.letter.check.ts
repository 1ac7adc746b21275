import { encode } from 'uqr';

/** Points: the side of the QR code, and the room that its block takes. */
const side = 84;
const room = side + 40;

type Check = { code: string; page: string; address: string };

/** How anyone can check a letter: in words, and as a QR code for those who see one. */
export function drawCheck(
  pdf: PDFKit.PDFDocument,
  document: PDFKit.PDFStructureElement,
  { code, page, address }: Check,
): void {
  const add = (tag: string, draw: () => void) => document.add(pdf.struct(tag, {}, draw));
  pdf.moveDown(1);
  if (pdf.y + room > pdf.page.maxY()) pdf.addPage();
  add('H2', () => pdf.font('strong').fontSize(12).fillColor('#111111').text('Ist dieses Schreiben echt?'));
  const [left, top] = [pdf.page.margins.left, pdf.y + 6];
  const alt = `QR-Code: öffnet ${page} mit dem Code dieses Schreibens`;
  const bbox: [number, number, number, number] = [left, top, left + side, top + side];
  document.add(pdf.struct('Figure', { alt, bbox } as never, () => drawCode(pdf, { address, left, top })));
  const beside = { width: pdf.page.width - pdf.page.margins.right - left - side - 16 };
  add('P', () => {
    const words = `Das sieht jeder, der es in der Hand hat, unter ${page} mit diesem Code:`;
    pdf
      .font('regular')
      .fontSize(10)
      .fillColor('#333333')
      .text(words, left + side + 16, top + 8, beside);
    pdf.moveDown(0.4).font('strong').fontSize(14).fillColor('#111111').text(code, beside);
  });
}

/** One path for all dark squares; light ones are the paper. */
function drawCode(
  pdf: PDFKit.PDFDocument,
  { address, left, top }: { address: string; left: number; top: number },
): void {
  const { data, size } = encode(address, { border: 0 });
  const unit = side / size;
  for (const [y, row] of data.entries())
    for (const [x, dark] of row.entries()) if (dark) pdf.rect(left + x * unit, top + y * unit, unit, unit);
  pdf.fill('#111111');
}
