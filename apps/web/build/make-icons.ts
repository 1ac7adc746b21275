import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp from 'sharp';

// Draws the app's icons from one mark: `node build/make-icons.ts`. The results are kept in git.
const target = resolve(import.meta.dirname, '../public');
const night = '#14204c';
const light = '#ffd54a';

/** The mark of `src/shell/mark.tsx`: a ray, a prism, the light behind it. `scale` leaves room for round masks. */
function drawing(corner: number, scale: number): string {
  const shift = 256 - 14 * scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <rect width="512" height="512" rx="${corner}" fill="${night}"/>
  <g transform="translate(${shift} ${shift + 0.75 * scale}) scale(${scale})" fill="none" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
    <path d="m1.5 17.4 5.2-1.9M14 4.5 23.5 22h-19z" stroke="#ffffff"/>
    <path d="m20.2 11.6 6.3-1.6M21.5 14.5H27M22.8 17.3l3.7 1.2" stroke="${light}"/>
  </g>
</svg>
`;
}

async function png(svg: string, size: number, file: string): Promise<Buffer> {
  const buffer = await sharp(Buffer.from(svg), { density: 288 })
    .resize(size, size)
    .png({ compressionLevel: 9 })
    .toBuffer();
  writeFileSync(resolve(target, file), buffer);
  return buffer;
}

/** An .ico with one PNG inside (allowed since Windows Vista, read by every browser). */
function ico(image: Buffer, size: number): Buffer {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(image.length, 14);
  head.writeUInt32LE(22, 18);
  return Buffer.concat([head, image]);
}

const rounded = drawing(112, 15.5);
// Maskable: all that matters inside the inner 80 % (W3C Web App Manifest, safe zone).
const bleeding = drawing(0, 12);
writeFileSync(resolve(target, 'icons/icon.svg'), rounded);
await png(rounded, 192, 'icons/icon-192.png');
await png(rounded, 512, 'icons/icon-512.png');
await png(bleeding, 192, 'icons/maskable-192.png');
await png(bleeding, 512, 'icons/maskable-512.png');
await png(drawing(0, 14), 180, 'icons/apple-touch-icon.png');
writeFileSync(
  resolve(target, 'favicon.ico'),
  ico(await sharp(Buffer.from(rounded)).resize(32, 32).png().toBuffer(), 32),
);
// One colour on transparent ground: what Android shows in the status bar beside a push.
const badge = drawing(0, 17)
  .replace(/<rect[^>]*>/, '')
  .replaceAll(light, '#ffffff');
await png(badge, 96, 'icons/badge-96.png');
