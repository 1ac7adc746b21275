import type { Pixels } from './grey.ts';
import { mapPaper, type PaperMap, paperShare } from './paper.ts';

/** How a page may look. */
export const looks = ['colour', 'grey', 'blackWhite', 'original'] as const;
export type Look = (typeof looks)[number];

/** Tables reach to one and a half times the paper's brightness: a lamp's reflection is brighter than paper. */
const toneScale = 512;
const toneSteps = 768;

/** Ink stays ink, paper becomes white; what lies between keeps its order. */
const tables = {
  colour: tones({ black: 0.12, white: 0.93, power: 1.1 }),
  grey: tones({ black: 0.16, white: 0.92, power: 1.2 }),
  // A short slope keeps the letters' edges smooth.
  blackWhite: tones({ black: 0.56, white: 0.74, power: 1 }),
};

/** `black` and `white`: shares of the paper's brightness that become so. */
function tones({ black, white, power }: { black: number; white: number; power: number }): Uint8Array {
  return Uint8Array.from({ length: toneSteps + 1 }, (_, step) => {
    const share = Math.min(1, Math.max(0, (step / toneScale - black) / (white - black)));
    return Math.round(255 * share ** power);
  });
}

/** Paper is cleaned; a page that is mostly a picture stays what it is. */
export function suggestLook(page: Pixels): Look {
  return paperShare(page) > 0.64 ? 'colour' : 'original';
}

/**
 * Evens out the light (shadows, a warm lamp) by dividing each pixel by the paper around it, then deepens the ink. `page`
 * is left as it is.
 */
export function enhance(page: Pixels, look: Look): Pixels {
  if (look === 'original') return page;
  const data = new Uint8ClampedArray(page.data.length);
  const paper = mapPaper(page);
  const [redWhite, greenWhite, blueWhite] = paper.white;
  const gain = new Float32Array(page.width);
  const table = tables[look];
  const toned = (share: number) => table[share < toneSteps ? share | 0 : toneSteps] as number;
  for (let y = 0, at = 0; y < page.height; y++) {
    fillGain(paper, (y + 0.5) / page.height, gain);
    for (let x = 0; x < page.width; x++, at += 4) {
      const by = gain[x] as number;
      const red = (page.data[at] as number) * by * redWhite;
      const green = (page.data[at + 1] as number) * by * greenWhite;
      const blue = (page.data[at + 2] as number) * by * blueWhite;
      if (look === 'colour') {
        data[at] = toned(red);
        data[at + 1] = toned(green);
        data[at + 2] = toned(blue);
      } else {
        const grey = toned(0.3 * red + 0.59 * green + 0.11 * blue);
        data[at] = grey;
        data[at + 1] = grey;
        data[at + 2] = grey;
      }
      data[at + 3] = 255;
    }
  }
  return { width: page.width, height: page.height, data };
}

/** What takes a value to steps of the tone table, at each pixel of a row: the light between the four cells around it. */
function fillGain({ columns, rows, light }: PaperMap, share: number, gain: Float32Array): void {
  const place = Math.min(rows - 1, Math.max(0, share * rows - 0.5));
  const [upper, lower] = [Math.floor(place) * columns, Math.min(rows - 1, Math.floor(place) + 1) * columns];
  const down = place - Math.floor(place);
  const at = (column: number) => {
    const above = light[upper + column] ?? 1;
    return above + ((light[lower + column] ?? above) - above) * down;
  };
  for (let x = 0; x < gain.length; x++) {
    const across = Math.min(columns - 1, Math.max(0, ((x + 0.5) / gain.length) * columns - 0.5));
    const left = Math.floor(across);
    const from = at(left);
    gain[x] = toneScale / (from + (at(Math.min(columns - 1, left + 1)) - from) * (across - left));
  }
}
