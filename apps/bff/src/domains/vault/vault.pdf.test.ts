import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { refusalOfPdf } from './vault.pdf.ts';
import { harmlessPdf, pdfOf } from './vault.testing.ts';

const codeOf = async (pdf: Buffer) => (await refusalOfPdf(pdf))?.code ?? null;

function objectStream(objects: string, first: number, dictionary = ''): string {
  const packed = deflateSync(Buffer.from(objects, 'latin1')).toString('latin1');
  return `<< /Type /ObjStm /N 1 /First ${first} /Filter /FlateDecode ${dictionary} /Length ${packed.length} >>\nstream\n${packed}\nendstream`;
}

async function drawn(options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ ...options, compress: true });
  const parts: Buffer[] = [];
  pdf.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => pdf.on('end', resolve));
  pdf.text('Wohnungsgeberbestätigung für Erika Mustermann').addPage().text('Seite 2');
  pdf.end();
  await ended;
  return Buffer.concat(parts);
}

describe('a PDF passes', () => {
  it('when it only shows pages', async () => {
    expect(await codeOf(await drawn())).toBeNull();
  });

  it('when it opens at a place, as office programs write it', async () => {
    expect(await codeOf(harmlessPdf)).toBeNull();
    expect(
      await codeOf(pdfOf('<< /Type /Catalog /OpenAction 2 0 R >>', '<< /S /GoTo /D [3 0 R /Fit] >>')),
    ).toBeNull();
  });

  it('when the jump on opening lies in an object stream, as LaTeX writes it', async () => {
    const packed = objectStream('12 0 13 31 << /S /GoTo /D [5 0 R /Fit] >> << /Type /Font >>', 11);
    expect(await codeOf(pdfOf('<< /Type /Catalog /OpenAction 12 0 R >>', packed))).toBeNull();
  });

  it('when a binary stream holds the letters by chance inside a longer name', async () => {
    expect(await codeOf(pdfOf('<< /Type /Catalog /LaunchPadFont 3 0 R /JavaScriptless true >>'))).toBeNull();
  });
});

describe('a PDF passes also', () => {
  it('when a picture or a longer name holds the letters of an action by chance', async () => {
    const picture = '<< /Subtype /Image /Length 12 >>\nstream\nxx/AA yy\nendstream';
    expect(await codeOf(pdfOf('<< /Font /AAAAAA+Fira /AAB 3 0 R >>', picture))).toBeNull();
  });
});

describe('a PDF is refused as active content', () => {
  const refused = 'vault.active_content';

  it.each([
    ['JavaScript', '<< /Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >>'],
    ['JavaScript in a name tree', '<< /Type /Catalog /Names << /JavaScript 3 0 R >> >>'],
    ['JavaScript with escaped letters', '<< /S /J#61vaScr#69pt /JS (x) >>'],
    ['JavaScript without spaces', '<</S/JavaScript/JS(x)>>'],
    ['a program to launch', '<< /S /Launch /F (cmd.exe) >>'],
    ['an embedded file', '<< /Type /EmbeddedFile /Length 0 >>'],
    ['encryption', '<< /Type /Catalog >> /Encrypt 5 0 R'],
    ['a form that sends itself', '<< /S /SubmitForm /F (https://example.org) >>'],
    ['an XFA form', '<< /AcroForm << /XFA 7 0 R >> >>'],
    [
      'a link that opens by itself',
      '<< /Type /Catalog /OpenAction << /S /URI /URI (https://example.org) >> >>',
    ],
    [
      'a page that acts when it is shown',
      '<< /Type /Page /AA << /O << /S /URI /URI (https://example.org) >> >> >>',
    ],
    ['such a page in escaped letters', '<< /Type /Page /#41A 9 0 R >>'],
    ['an action on opening that is nowhere', '<< /Type /Catalog /OpenAction 99 0 R >>'],
    [
      'a jump on opening that chains another action',
      '<< /OpenAction << /S /GoTo /D [1] /Next << /S /URI >> >> >>',
    ],
    ['a jump on opening that leads on elsewhere', '<< /OpenAction << /S /GoTo /D [1] /Next 9 0 R >> >>'],
    ['the same in escaped letters', '<< /OpenAction << /S /GoTo /D [1] /#4Eext 9 0 R >> >>'],
    [
      'an action on opening in escaped letters',
      '<< /#4FpenAction << /S /URI /URI (https://example.org) >> >>',
    ],
  ])('for %s', async (_what, object) => {
    expect(await codeOf(pdfOf(object))).toBe(refused);
  });

  it('for JavaScript packed into an object stream', async () => {
    expect(await codeOf(pdfOf(objectStream('2 0 << /S /JavaScript /JS (x) >>', 4)))).toBe(refused);
  });

  it('for a page that acts when it is shown, packed into an object stream', async () => {
    const packed = objectStream('2 0 << /Type /Page /AA << /O 4 0 R >> >>', 4);
    expect(await codeOf(pdfOf(packed))).toBe(refused);
  });

  it('for JavaScript in an object stream whose name is escaped', async () => {
    const stream = objectStream('2 0 << /S /JavaScript /JS (x) >>', 4);
    for (const name of ['/#4FbjStm', '/#4fbjStm', '/Obj#53tm'])
      expect(await codeOf(pdfOf(stream.replace('/ObjStm', name))), name).toBe(refused);
  });

  it('for an object stream that hides behind a string', async () => {
    const hidden = objectStream('2 0 << /S /JavaScript /JS (x) >>', 4, '/Note (1 0 obj endobj endstream)');
    expect(await codeOf(pdfOf(hidden))).toBe(refused);
  });

  it('for an object stream that cannot be looked into', async () => {
    const strange = '<< /Type /ObjStm /N 1 /First 4 /Filter /LZWDecode >>\nstream\nxxxx\nendstream';
    expect(await codeOf(pdfOf(strange))).toBe(refused);
    const predicted = objectStream('2 0 << >>', 4, '/DecodeParms << /Predictor 12 >>');
    expect(await codeOf(pdfOf(predicted))).toBe(refused);
  });

  it('for an object stream that unpacks without end', async () => {
    const bomb = objectStream(`2 0 ${' '.repeat(40_000_000)}`, 4);
    expect(await codeOf(pdfOf(bomb))).toBe(refused);
  });

  it('when it was encrypted by a real writer', async () => {
    expect(await codeOf(await drawn({ userPassword: 'geheim', ownerPassword: 'x', pdfVersion: '1.7' }))).toBe(
      refused,
    );
  });

  it('in an earlier revision too', async () => {
    const twice = Buffer.concat([pdfOf('<< /S /Launch /F (x) >>'), harmlessPdf]);
    expect(await codeOf(twice)).toBe(refused);
  });
});

it('a PDF made to keep us busy is answered soon', async () => {
  const busy = '/OpenAction 5 0 R 5 0 obj [1] endobj stream\n'.repeat(200_000);
  const began = performance.now();
  expect(await codeOf(Buffer.from(`%PDF-1.7\n${busy}startxref`))).toBe('vault.active_content');
  expect(performance.now() - began).toBeLessThan(3000);
});

it('a PDF that was cut off is damaged', async () => {
  const whole = await drawn();
  expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe('vault.damaged');
  expect(await codeOf(Buffer.from('no pdf at all, startxref'))).toBe('vault.damaged');
});
