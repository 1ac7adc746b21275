/** Numbers that a seed decides, so that a round can be repeated: mulberry32. */
export type Random = {
  /** A whole number, both ends included. */
  between(least: number, most: number): number;
  oneOf<T>(list: readonly [T, ...T[]]): T;
  /** Some of a list, at most `count`, in random order. */
  some<T>(list: readonly T[], count: number): T[];
  bytes(count: number): Buffer;
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
  const between = (least: number, most: number) => least + (next() % (most - least + 1));
  return {
    between,
    oneOf: (list) => list[between(0, list.length - 1)] ?? list[0],
    some(list, count) {
      const rest = [...list];
      return Array.from({ length: Math.min(count, rest.length) }, () =>
        rest.splice(between(0, rest.length - 1), 1),
      ).flat();
    },
    bytes(count) {
      const words = new Uint32Array(Math.ceil(count / 4));
      for (let at = 0; at < words.length; at++) words[at] = next();
      return Buffer.from(words.buffer, 0, count);
    },
  };
}
