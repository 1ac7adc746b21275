import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What keeps a PDF from being read by everyone, as far as its structure says (ISO 14289-1 §7): an empty list is good.
 * qpdf checks and unfolds the file; what no program can judge, such as whether an order makes sense, stays for people.
 */
export function pdfUaFaults(pdf: Uint8Array): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'jena-pdfua-'));
  const [given, unfolded] = [join(folder, 'in.pdf'), join(folder, 'out.pdf')];
  try {
    writeFileSync(given, pdf);
    execFileSync('/usr/bin/qpdf', ['--check', given], { stdio: 'pipe' });
    execFileSync('/usr/bin/qpdf', ['--qdf', '--object-streams=disable', given, unfolded]);
    return faultsIn(readFileSync(unfolded, 'latin1'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function faultsIn(source: string): string[] {
  const must: readonly (readonly [RegExp, string])[] = [
    [/\/MarkInfo/, 'nothing says that it is tagged (6.2)'],
    [/\/Marked true/, 'it is not marked as tagged (6.2)'],
    [/\/StructTreeRoot/, 'it has no structure (7.1)'],
    [/\/Lang \([a-z]{2}/, 'it has no language (7.2)'],
    [/\/DisplayDocTitle true/, 'the title is not shown (7.1)'],
    [/<pdfuaid:part>1</, 'it does not say that it follows PDF/UA (5)'],
    [/<dc:title>/, 'its metadata has no title (7.1)'],
    [/\/S \/H1\b/, 'it has no first heading (7.4)'],
    [/\/FontFile2|\/FontFile3/, 'a font is not in it (7.21)'],
    [/\/ToUnicode/, 'its letters are only shapes (7.21.7)'],
  ];
  const faults = must.flatMap(([sign, fault]) => (sign.test(source) ? [] : [fault]));
  const figures = source.split(/\n\d+ 0 obj\n/).filter((object) => /\/S \/Figure\b/.test(object));
  if (figures.some((figure) => !figure.includes('/Alt'))) faults.push('a figure has no words (7.3)');
  if (figures.some((figure) => !figure.includes('/BBox'))) faults.push('a figure has no place (7.3)');
  return [...faults, ...[...contentStreams(source)].flatMap(untagged)];
}

/** Streams that draw: of pages, not of fonts. */
function* contentStreams(source: string): Iterable<string> {
  for (const [, stream = ''] of source.matchAll(/stream\n([\s\S]*?)\nendstream/g))
    if (/\b(Tj|TJ)\b/.test(stream) && /\bBT\b/.test(stream)) yield stream;
}

/** Text and shapes outside of marked content: nobody who listens would ever come to them (7.1). */
function untagged(stream: string): string[] {
  let depth = 0;
  const faults: string[] = [];
  for (const line of stream.split('\n')) {
    if (/\b(BDC|BMC)\s*$/.test(line)) depth += 1;
    else if (/\bEMC\s*$/.test(line)) depth -= 1;
    else if (depth === 0 && /(\b(Tj|TJ|Do|S)|\bf\*?)\s*$/.test(line))
      faults.push(`drawn outside of the structure: ${line.slice(0, 60)}`);
  }
  if (depth !== 0) faults.push('marked content is not closed');
  return faults;
}
