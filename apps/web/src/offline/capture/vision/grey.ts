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

/** Mean of each pixel's square neighbourhood; takes away grain and thin print. Two passes, one per direction. */
export function boxBlur(image: Grey, radius: number): Grey {
  return blurRows(
    blurRows(image, radius, 1, image.width, image.height),
    radius,
    image.width,
    image.height,
    image.width,
  );
}

function blurRows(
  { width, height, data }: Grey,
  radius: number,
  step: number,
  length: number,
  lines: number,
): Grey {
  const out = new Uint8Array(data.length);
  const lineStep = step === 1 ? width : 1;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    const value = (at: number) => data[start + Math.min(length - 1, Math.max(0, at)) * step] ?? 0;
    let sum = 0;
    for (let at = -radius; at <= radius; at++) sum += value(at);
    for (let at = 0; at < length; at++) {
      out[start + at * step] = sum / (2 * radius + 1);
      sum += value(at + radius + 1) - value(at - radius);
    }
  }
  return { width, height, data: out };
}

/** The grey level that parts dark from bright best (Otsu 1979): largest variance between the two. */
export function otsuThreshold({ data }: Grey): number {
  const counts = new Float64Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let total = 0;
  counts.forEach((count, value) => {
    total += count * value;
  });
  let [below, sumBelow, best, threshold] = [0, 0, -1, 127];
  for (let value = 0; value < 256; value++) {
    below += counts[value] ?? 0;
    sumBelow += value * (counts[value] ?? 0);
    const above = data.length - below;
    if (below === 0 || above === 0) continue;
    const between = below * above * (sumBelow / below - (total - sumBelow) / above) ** 2;
    if (between > best) [best, threshold] = [between, value];
  }
  return threshold;
}

/** Strength of change at each pixel (Sobel); the border stays 0. */
export function gradient({ width, height, data }: Grey): Grey {
  const out = new Uint8Array(data.length);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const p = (dx: number, dy: number) => data[at + dy * width + dx] ?? 0;
      const gx = p(1, -1) + 2 * p(1, 0) + p(1, 1) - p(-1, -1) - 2 * p(-1, 0) - p(-1, 1);
      const gy = p(-1, 1) + 2 * p(0, 1) + p(1, 1) - p(-1, -1) - 2 * p(0, -1) - p(1, -1);
      out[at] = Math.min(255, Math.hypot(gx, gy) / 4);
    }
  }
  return { width, height, data: out };
}
