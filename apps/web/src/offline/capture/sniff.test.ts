import { describe, expect, test } from 'vitest';
import { sniff } from './sniff.ts';

const bytes = (...parts: (number[] | string)[]) =>
  new Blob(parts.map((part) => (typeof part === 'string' ? part : new Uint8Array(part))));

function jpeg(width: number, height: number): Blob {
  const app1 = [0xff, 0xe1, 0x00, 0x06, 1, 2, 3, 4];
  const table = [0xff, 0xc4, 0x00, 0x04, 9, 9];
  const frame = [0xff, 0xc0, 0x00, 0x11, 8, height >> 8, height & 255, width >> 8, width & 255, 3, 0, 0, 0];
  return bytes([0xff, 0xd8], app1, table, frame);
}

function png(width: number, height: number): Blob {
  const word = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
  return bytes(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13],
    'IHDR',
    word(width),
    word(height),
  );
}

describe('what a file really is', () => {
  test('a photograph and its measures, past camera data and tables', async () => {
    expect(await sniff(jpeg(4000, 3000))).toEqual({ kind: 'picture', width: 4000, height: 3000 });
    expect(await sniff(png(800, 600))).toEqual({ kind: 'picture', width: 800, height: 600 });
  });

  test('a PDF, also with a little rubbish before its header', async () => {
    expect(await sniff(bytes('%PDF-1.7\n'))).toEqual({ kind: 'pdf' });
    expect(await sniff(bytes('\r\n\r\n%PDF-1.4'))).toEqual({ kind: 'pdf' });
  });

  test('a text file named .jpg is a text file', async () => {
    const file = new File(['Sehr geehrte Damen und Herren'], 'bestaetigung.jpg', { type: 'image/jpeg' });
    expect(await sniff(file)).toEqual({ kind: 'refused', code: 'vault.not_a_picture_or_pdf' });
  });

  test.each([
    ['an empty file', bytes('')],
    ['a program', bytes([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0])],
    ['a page of HTML', bytes('<!doctype html><script>')],
    ['a zip', bytes([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('%s is refused', async (_name, file) => {
    expect(await sniff(file)).toMatchObject({ kind: 'refused', code: 'vault.not_a_picture_or_pdf' });
  });

  test('an image bomb is refused before anyone decodes it', async () => {
    expect(await sniff(png(60_000, 60_000))).toEqual({ kind: 'refused', code: 'vault.too_many_pixels' });
    expect(await sniff(jpeg(65_000, 65_000))).toEqual({ kind: 'refused', code: 'vault.too_many_pixels' });
  });

  test('a picture that breaks off before its measures is damaged', async () => {
    expect(await sniff(bytes([0xff, 0xd8, 0xff, 0xe1, 0x40, 0x00, 1, 2, 3, 4, 5, 6]))).toMatchObject({
      code: 'vault.damaged',
    });
    expect(await sniff(png(0, 10))).toMatchObject({ code: 'vault.damaged' });
  });

  test('an iPhone’s or a browser’s own format may be decodable', async () => {
    expect(await sniff(bytes([0, 0, 0, 24], 'ftypheic', [0, 0, 0, 0]))).toEqual({ kind: 'heic' });
    expect(await sniff(bytes([0, 0, 0, 24], 'ftypmif1', [0, 0, 0, 0]))).toEqual({ kind: 'heic' });
    expect(await sniff(bytes([0, 0, 0, 24], 'ftypavif', [0, 0, 0, 0]))).toEqual({ kind: 'maybe_picture' });
    expect(await sniff(bytes('RIFF', [0, 0, 0, 0], 'WEBPVP8 '))).toEqual({ kind: 'maybe_picture' });
  });
});
