import { inflateSync } from 'node:zlib';

/** The parts of a PDF that pdfkit packed, as text. It ends them with a bare newline: a byte 13 before it is theirs. */
function streamsOf(pdf: Buffer): string[] {
  const source = pdf.toString('latin1');
  return [...source.matchAll(/stream\r?\n([\s\S]*?)\nendstream/g)].flatMap(([, packed = '']) => {
    try {
      return [inflateSync(Buffer.from(packed, 'latin1')).toString('latin1')];
    } catch {
      return [];
    }
  });
}

/** What a reader may copy out of a PDF: glyphs looked up in each font’s own list (ISO 32000-1, 9.10.3). */
export function textOf(pdf: Buffer): string {
  const source = pdf.toString('latin1');
  const objectOf = (number: string) => source.split(new RegExp(`(?:^|\\n)${number} 0 obj`))[1] ?? '';
  const listOf = (font: string) => {
    const number = /\/ToUnicode (\d+) 0 R/.exec(objectOf(font))?.[1] ?? '';
    const [list = ''] = streamsOf(Buffer.from(objectOf(number).split('endobj')[0] ?? '', 'latin1'));
    const glyphs = /beginbfrange\s+<\w+> <\w+> \[([^\]]*)\]/.exec(list)?.[1] ?? '';
    return [...glyphs.matchAll(/<(\w+)>/g)].map(([, hex = '']) =>
      String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
    );
  };
  const fonts = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', number = '']) => [name, listOf(number)]),
  );
  const page = streamsOf(pdf).find((stream) => stream.includes(' Tf')) ?? '';
  let glyphs: string[] = [];
  let text = '';
  for (const [, font, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font) glyphs = fonts.get(font) ?? [];
    for (const [, hex = ''] of (shown ?? '').matchAll(/<(\w+)>/g))
      text += (hex.match(/.{4}/g) ?? []).map((unit) => glyphs[Number.parseInt(unit, 16)] ?? '?').join('');
    if (shown) text += '\n';
  }
  return text;
}
