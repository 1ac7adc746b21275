import fc from 'fast-check';

/** Values that break careless code: wrong kinds, edges of numbers, odd texts, deep and wide things. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    0,
    -0,
    -1,
    1e308,
    Number.MAX_SAFE_INTEGER + 1,
    Number.NaN,
    true,
    [],
    {},
    '__proto__',
    'constructor',
    '\u0000',
    '\ud800',
    '\u202etxt.exe',
    '%00',
    '../../etc/passwd',
    "' or 1=1 --",
    '<script>alert(1)</script>',
    '=1+1',
    '9999-99-99',
    '2026-02-30',
    'a'.repeat(20_000),
  ),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constant(null), { minLength: 500, maxLength: 600 }),
);

type Path = readonly (string | number)[];

/** Every place in a value where something else could stand. */
function placesIn(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function put(value: unknown, [first, ...rest]: Path, other: unknown): unknown {
  if (first === undefined) return other;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as Record<string, unknown>) };
  (copy as Record<string, unknown>)[first] = put((value as Record<string, unknown>)[first], rest, other);
  return copy;
}

/** A right input with one to three places spoilt, or something else altogether. */
export function spoilt(right: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(right);
  const spot = fc.tuple(fc.constantFrom(...places), nasty);
  const changed = fc.array(spot, { minLength: 1, maxLength: 3 }).map((spots) =>
    spots.reduce<unknown>((value, [path, other]) => {
      try {
        return put(value, path, other);
      } catch {
        // An earlier spot took away what this one stood in.
        return value;
      }
    }, right),
  );
  const polluted = nasty.map((value) => JSON.parse(`{"__proto__":${JSON.stringify(value) ?? 'null'}}`));
  return fc.oneof({ weight: 8, arbitrary: changed }, nasty, polluted);
}

/** A text with a few of its parts changed: cut, doubled, swapped or overwritten. */
export function garbled(text: string): fc.Arbitrary<string> {
  const cut = fc.tuple(fc.nat(text.length), fc.nat(60), fc.nat(3), fc.string({ maxLength: 12 }));
  return fc.array(cut, { minLength: 1, maxLength: 4 }).map((cuts) =>
    cuts.reduce((all, [at, length, kind, other]) => {
      const part = all.slice(at, at + length);
      const [before, after] = [all.slice(0, at), all.slice(at + length)];
      if (kind === 0) return before + after;
      if (kind === 1) return before + part + part + after;
      if (kind === 2) return before + other + after;
      return after + before;
    }, text),
  );
}
