import { describe, expect, test } from 'vitest';
import { changePages, mostPages, type ScanPage } from './pages.ts';
import { readPages } from './read-pages.ts';
import { toDocument } from './to-document.ts';
import { writePdf } from './write-pdf.ts';

/** A frame header that says its measures, and bytes that look like the end of a PDF's stream. */
function page(id: string, over: Partial<ScanPage> = {}): ScanPage {
  const { width = 1700, height = 2400 } = over;
  const head = [0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, height >> 8, height & 255, width >> 8, width & 255, 3];
  const rest = new TextEncoder().encode(`\nendstream\nendobj\nstartxref\n${id}`.padEnd(80));
  const jpeg = new Blob([new Uint8Array(head), rest], { type: 'image/jpeg' });
  return { id, jpeg, width, height, turn: 0, ...over };
}
const pages = [page('a'), page('b', { width: 2400, height: 1200, turn: 90 }), page('c', { turn: 270 })];
const ids = (list: readonly ScanPage[]) => list.map(({ id }) => id).join('');

describe('one PDF of all pages', () => {
  test('every object lies where the table at the end says', async () => {
    const file = Buffer.from(await writePdf(pages).arrayBuffer());
    const text = file.toString('latin1');
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
    expect(text.slice(table, table + 5)).toBe('xref\n');
    const places = [...text.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    expect(places).toHaveLength(2 + 3 * pages.length);
    places.forEach((place, index) => {
      expect(text.slice(place, place + 10)).toMatch(new RegExp(`^${index + 1} 0 obj`));
    });
  });

  test('a sheet of A4 is A4, turned as it is shown; a lying one lies', async () => {
    const text = Buffer.from(await writePdf(pages).arrayBuffer()).toString('latin1');
    expect(
      [...text.matchAll(/MediaBox\[([\d. ]+)\]\/Rotate (\d+)/g)].map(([, box, turn]) => `${box} ${turn}`),
    ).toEqual(['0 0 595.28 841.89 0', '0 0 841.89 420.95 90', '0 0 595.28 841.89 270']);
  });

  test('is taken apart into the same pages, byte for byte', async () => {
    const found = (await readPages(writePdf(pages))) ?? [];
    expect(found.map(({ width, height, turn }) => ({ width, height, turn }))).toEqual(
      pages.map(({ width, height, turn }) => ({ width, height, turn })),
    );
    for (const [index, { jpeg }] of found.entries()) {
      expect(await jpeg.bytes()).toEqual(await pages[index]?.jpeg.bytes());
      expect(jpeg.type).toBe('image/jpeg');
    }
  });

  test.each([
    ['another PDF', async () => new Blob(['%PDF-1.7\n1 0 obj\n'], { type: 'application/pdf' })],
    ['ours with something added', async () => new Blob([writePdf(pages), 'x'], { type: 'application/pdf' })],
    ['ours cut short', async () => writePdf(pages).slice(0, 900, 'application/pdf')],
  ])('leaves %s alone', async (_, make) => {
    expect(await readPages(await make())).toBeUndefined();
  });

  test('one upright page stays a JPEG, a turned one is a PDF, none is nothing', async () => {
    const [first] = pages as [ScanPage];
    expect(toDocument([first])).toBe(first.jpeg);
    expect(toDocument([{ ...first, turn: 90 }])?.type).toBe('application/pdf');
    expect(toDocument(pages)?.type).toBe('application/pdf');
    expect(toDocument([])).toBeUndefined();
    expect((await readPages(first.jpeg))?.map(({ width, height }) => [width, height])).toEqual([
      [1700, 2400],
    ]);
  });
});

describe('changing pages', () => {
  test('moves, turns, replaces and removes one, and brings it back where it was', () => {
    expect(ids(changePages(pages, { kind: 'move', id: 'a', by: 1 }))).toBe('bac');
    expect(ids(changePages(pages, { kind: 'remove', id: 'b' }))).toBe('ac');
    const [first, second] = pages as [ScanPage, ScanPage];
    expect(ids(changePages([first], { kind: 'insert', at: 0, page: second }))).toBe('ba');
    expect(changePages(pages, { kind: 'turn', id: 'c' })[2]?.turn).toBe(0);
    expect(ids(changePages(pages, { kind: 'replace', id: 'b', page: page('x') }))).toBe('axc');
    expect(ids(changePages([first], { kind: 'replace', id: 'gone', page: page('x') }))).toBe('ax');
  });

  test('gives the same pages when there is nothing to do', () => {
    expect(changePages(pages, { kind: 'move', id: 'a', by: -1 })).toBe(pages);
    expect(changePages(pages, { kind: 'move', id: 'c', by: 1 })).toBe(pages);
    const many = Array.from({ length: mostPages }, (_, index) => page(`${index}`));
    expect(changePages(many, { kind: 'add', page: page('more') })).toBe(many);
  });
});
