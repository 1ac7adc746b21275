/** A picture in shades of grey, 0 to 255, row by row. */
export type Grey = { width: number; height: number; data: Uint8Array };
export type Pixels = { width: number; height: number; data: Uint8ClampedArray };

/** Brightness as the eye sees it (ITU-R BT.601). */
export function toGrey({ width, height, data }: Pixels): Grey {
  const grey = new Uint8Array(width * height);
  for (let index = 0, at = 0; index < grey.length; index++, at += 4) {
    grey[index] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 150 + (data[at + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, data: grey };
}

/** Mean of each pixel's square neighbourhood; takes away grain. Two passes of running sums, one per direction. */
export function boxBlur({ width, height, data }: Grey, radius: number): Grey {
  const rows = blurLines(data, { step: 1, length: width, lines: height, lineStep: width }, radius);
  const both = blurLines(rows, { step: width, length: height, lines: width, lineStep: 1 }, radius);
  return { width, height, data: both };
}

type Run = { step: number; length: number; lines: number; lineStep: number };

function blurLines(data: Uint8Array, { step, length, lines, lineStep }: Run, radius: number): Uint8Array {
  const out = new Uint8Array(data.length);
  const count = 2 * radius + 1;
  const last = length - 1;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    const end = start + last * step;
    let sum = (data[start] ?? 0) * (radius + 1);
    for (let at = 1; at <= radius; at++) sum += data[start + Math.min(last, at) * step] ?? 0;
    for (let at = 0, place = start; at < length; at++, place += step) {
      out[place] = sum / count;
      const [enter, leave] = [at + radius + 1, at - radius];
      sum +=
        (data[enter > last ? end : start + enter * step] ?? 0) -
        (data[leave < 0 ? start : start + leave * step] ?? 0);
    }
  }
  return out;
}

/** Mean brightness of the brighter half: a sheet is mostly paper, so dark paper means too little light. */
export function brightness({ data }: Grey): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let left = Math.ceil(data.length / 2);
  let sum = 0;
  for (let value = 255; value >= 0 && left > 0; value--) {
    const taken = Math.min(left, counts[value] ?? 0);
    sum += taken * value;
    left -= taken;
  }
  return data.length === 0 ? 0 : sum / Math.ceil(data.length / 2);
}
