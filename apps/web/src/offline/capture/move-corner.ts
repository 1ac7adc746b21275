import type { Point, Quad } from './vision/geometry.ts';

const step = 0.01;

/** How far an arrow moves a corner, as a share of the picture. */
export const steps = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
} as const satisfies Record<string, Point>;

/** Moves one corner; it stays on the picture. */
export function moveCorner(quad: Quad, index: number, by: Point): Quad {
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  return quad.map((corner, at) =>
    at === index ? { x: clamp(corner.x + by.x), y: clamp(corner.y + by.y) } : corner,
  ) as unknown as Quad;
}
