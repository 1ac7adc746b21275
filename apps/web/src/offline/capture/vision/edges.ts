import { boxBlur } from './grey.ts';
import { type Plane, planeScale } from './planes.ts';

/** Places where brightness jumps, thinned to one pixel; the normal points to the bright side. */
export type Edges = {
  count: number;
  x: Float32Array;
  y: Float32Array;
  normalX: Float32Array;
  normalY: Float32Array;
  /** 1 where the bright side is plain, as a sheet is behind its edge; cloth and print are not. */
  plain: Uint8Array;
};

/** The weakest jump that counts, in grey levels a pixel; below is grain. */
const leastJump = 1.6;
/** No more than this share of a picture's pixels are parts of edges; the strongest stay. */
const mostShare = 0.2;
/** Pixels behind an edge where its bright side is looked at; the share of edge pixels around there in a plain place. */
const lookBehind = 8;
const plainShare = 0.08;

type Slopes = { across: Float32Array; down: Float32Array; force: Float32Array };

/** Finds the jumps in several planes at once; each pixel counts in the plane where it jumps most. */
export function findEdges(planes: readonly [Plane, Plane]): Edges {
  const { width, height } = planes[0];
  const slopes = steepest(planes);
  const { across, down, force } = slopes;
  const least = Math.max(leastJump, strengthOfShare(force, mostShare));
  const most = Math.ceil(width * height * mostShare);
  const numbers = () => new Float32Array(most);
  const [xs, ys, nx, ny] = [numbers(), numbers(), numbers(), numbers()];
  const marks = new Uint8Array(width * height);
  let count = 0;
  for (let y = 2; y < height - 2; y++) {
    for (let x = 2, at = y * width + 2; x < width - 2 && count < most; x++, at++) {
      const here = force[at] ?? 0;
      if (here < least) continue;
      const [gx, gy] = [across[at] ?? 0, down[at] ?? 0];
      // The neighbour on either side along the slope: one of four directions is close enough.
      const dx = Math.abs(gx) < 0.4142 * Math.abs(gy) ? 0 : 1;
      const dy = Math.abs(gy) < 0.4142 * Math.abs(gx) ? 0 : dx === 0 || gx * gy > 0 ? 1 : -1;
      const step = dy * width + dx;
      const [before, after] = [force[at - step] ?? 0, force[at + step] ?? 0];
      if (here < before || here <= after) continue;
      // Where between the pixels the jump is steepest: the top of a parabola through three.
      const bend = before - 2 * here + after;
      const shift = bend < 0 ? (0.5 * (before - after)) / bend : 0;
      xs[count] = x + 0.5 + shift * dx;
      ys[count] = y + 0.5 + shift * dy;
      nx[count] = gx / here;
      ny[count] = gy / here;
      marks[at] = 255;
      count += 1;
    }
  }
  const plain = new Uint8Array(count);
  const density = boxBlur({ width, height, data: marks }, 4).data;
  for (let index = 0; index < count; index++) {
    const x = Math.floor((xs[index] ?? 0) + lookBehind * (nx[index] ?? 0));
    const y = Math.floor((ys[index] ?? 0) + lookBehind * (ny[index] ?? 0));
    const inside = x >= 0 && y >= 0 && x < width && y < height;
    plain[index] = inside && (density[y * width + x] ?? 0) < plainShare * 255 ? 1 : 0;
  }
  const whole = (values: Float32Array) => values.subarray(0, count);
  return { count, x: whole(xs), y: whole(ys), normalX: whole(nx), normalY: whole(ny), plain };
}

/** Sobel's gradient of each plane, in grey levels a pixel. */
function steepest(planes: readonly Plane[]): Slopes {
  const { width, height } = planes[0] as Plane;
  const numbers = () => new Float32Array(width * height);
  const slopes = { across: numbers(), down: numbers(), force: numbers() };
  const scale = 1 / (8 * planeScale);
  for (const { data } of planes) {
    for (let y = 1; y < height - 1; y++) {
      for (let x = 1, at = y * width + 1; x < width - 1; x++, at++) {
        const [up, low] = [at - width, at + width];
        const [nw, ne] = [data[up - 1] ?? 0, data[up + 1] ?? 0];
        const [sw, se] = [data[low - 1] ?? 0, data[low + 1] ?? 0];
        const gx = (ne + 2 * (data[at + 1] ?? 0) + se - nw - 2 * (data[at - 1] ?? 0) - sw) * scale;
        const gy = (sw + 2 * (data[low] ?? 0) + se - nw - 2 * (data[up] ?? 0) - ne) * scale;
        const force = gx * gx + gy * gy;
        if (force <= (slopes.force[at] ?? 0)) continue;
        slopes.across[at] = gx;
        slopes.down[at] = gy;
        slopes.force[at] = force;
      }
    }
  }
  for (let at = 0; at < slopes.force.length; at++) slopes.force[at] = Math.sqrt(slopes.force[at] ?? 0);
  return slopes;
}

/** The strength that only this share of all pixels exceeds. */
function strengthOfShare(force: Float32Array, share: number): number {
  const counts = new Uint32Array(256);
  for (let at = 0; at < force.length; at++) {
    const bin = Math.min(255, force[at] ?? 0) | 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  let left = force.length * share;
  for (let bin = 255; bin > 0; bin--) {
    left -= counts[bin] ?? 0;
    if (left < 0) return bin + 1;
  }
  return 0;
}
