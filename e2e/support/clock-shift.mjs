// Loaded before the product or the sandbox: their clock then runs from another point in time, JENA_E2E_SHIFT ms away.
const Real = globalThis.Date;
const shift = Number(process.env.JENA_E2E_SHIFT ?? 0);

class Shifted extends Real {
  constructor(...given) {
    if (given.length === 0) super(Real.now() + shift);
    else super(...given);
  }
  static now() {
    return Real.now() + shift;
  }
  static [Symbol.hasInstance](value) {
    return value instanceof Real;
  }
}
globalThis.Date = Shifted;
