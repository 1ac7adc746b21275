import { useEffect, useRef } from 'react';
import type { Point } from './vision/geometry.ts';

const size = 120;
/** The share of the picture's long edge that fills the glass. */
const field = 0.12;

/** What lies under the finger, enlarged, in the opposite half of the picture. */
export function Loupe({ picture, at }: { picture: ImageBitmap; at: Point }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const cut = Math.max(picture.width, picture.height) * field;
    context.fillStyle = '#000';
    context.fillRect(0, 0, size, size);
    const [left, top] = [at.x * picture.width - cut / 2, at.y * picture.height - cut / 2];
    context.drawImage(picture, left, top, cut, cut, 0, 0, size, size);
    context.strokeStyle = '#ffd84d';
    context.lineWidth = 2;
    context.beginPath();
    context.moveTo(size / 2, size / 2 - 12);
    context.lineTo(size / 2, size / 2 + 12);
    context.moveTo(size / 2 - 12, size / 2);
    context.lineTo(size / 2 + 12, size / 2);
    context.stroke();
  }, [picture, at]);
  const side = at.x < 0.5 ? 'cap-loupe-right' : 'cap-loupe-left';
  return <canvas ref={canvas} className={`cap-loupe ${side}`} width={size} height={size} />;
}
