import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import sharp from 'sharp';

const width = 1280;
const height = 720;

/** What Chromium's camera sees in every journey. */
export const cameraFile = resolve(import.meta.dirname, '../../node_modules/.cache/jena-e2e/camera.y4m');

/** A sheet of paper with lines of writing, lying a little askew on a dark table. */
export function sheetOnTable(): Buffer {
  const lines = Array.from({ length: 14 }, (_, line) => {
    const y = 150 + line * 30;
    const words = Array.from({ length: 5 + (line % 3) }, (_, word) => {
      const x = 470 + word * 48;
      return `<rect x="${x}" y="${y}" width="${30 + ((line * 7 + word * 5) % 14)}" height="9" fill="#222"/>`;
    });
    return words.join('');
  });
  return Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#2a241f"/>
    <g transform="rotate(3 640 360)">
      <rect x="420" y="50" width="440" height="620" fill="#f6f4ee"/>
      <rect x="470" y="95" width="250" height="22" fill="#111"/>
      ${lines.join('')}
    </g>
  </svg>`);
}

/** A photograph of that sheet as a file, for the plain file input. */
export function photograph(): Promise<Buffer> {
  return sharp(sheetOnTable()).resize(2000).jpeg({ quality: 88 }).toBuffer();
}

/** Writes the film for the fake camera: YUV4MPEG2, the one format that needs no encoder. */
export async function paintCameraFilm(): Promise<void> {
  if (existsSync(cameraFile)) return;
  const { data } = await sharp(sheetOnTable()).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const frame = toYuv420(data);
  mkdirSync(dirname(cameraFile), { recursive: true });
  const header = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`);
  const picture = Buffer.concat([Buffer.from('FRAME\n'), frame]);
  writeFileSync(cameraFile, Buffer.concat([header, ...Array.from({ length: 5 }, () => picture)]));
}

/** BT.601, colours at half the resolution. */
function toYuv420(rgb: Buffer): Buffer {
  const half = (width / 2) * (height / 2);
  const out = Buffer.alloc(width * height + 2 * half);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      const [r = 0, g = 0, b = 0] = [rgb[at], rgb[at + 1], rgb[at + 2]];
      out[y * width + x] = 0.299 * r + 0.587 * g + 0.114 * b;
      if (y % 2 === 0 && x % 2 === 0) {
        const chroma = width * height + (y / 2) * (width / 2) + x / 2;
        out[chroma] = 128 - 0.1687 * r - 0.3313 * g + 0.5 * b;
        out[chroma + half] = 128 + 0.5 * r - 0.4187 * g - 0.0813 * b;
      }
    }
  }
  return out;
}
