import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { holdsCode } from './photo-code-check.ts';

/** A browser's detector that finds so many codes, and knows these kinds of code. */
function browserThatFinds(codes: number, kinds = ['qr_code', 'data_matrix']) {
  return class {
    static getSupportedFormats = async () => kinds;
    detect = async () => Array.from({ length: codes }, () => ({ rawValue: 'geheim' }));
  };
}
const picture = new Blob([new Uint8Array(10)], { type: 'image/jpeg' });
const close = vi.fn();

describe('the look for a photo code', () => {
  beforeEach(() => vi.stubGlobal('createImageBitmap', async () => ({ close })));
  afterEach(() => {
    vi.unstubAllGlobals();
    close.mockClear();
  });

  it('says whether a code is in the picture, and lets go of the picture', async () => {
    expect(await holdsCode(picture, browserThatFinds(1))).toBe(true);
    expect(await holdsCode(picture, browserThatFinds(0))).toBe(false);
    expect(close).toHaveBeenCalledTimes(2);
  });

  it('says nothing where the browser has no such eye', async () => {
    expect(await holdsCode(picture, undefined)).toBeUndefined();
    expect(await holdsCode(picture, browserThatFinds(1, ['qr_code']))).toBeUndefined();
  });

  it('says nothing about a picture that the browser cannot open', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('HEIC')));
    expect(await holdsCode(picture, browserThatFinds(1))).toBeUndefined();
  });
});
