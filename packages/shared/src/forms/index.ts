export * from './answers.ts';
export * from './bundle.ts';
export * from './bundle-progress.ts';
export { foreignCharacters, isLatinName } from './charset.ts';
export { fieldsOf, holds } from './conditions.ts';
export * from './coverage.ts';
export { ageOn, parseDay, resolveDay } from './dates.ts';
export type * from './definition.ts';
export * from './errors.ts';
export * from './evidence.ts';
export * from './fingerprint.ts';
export { compactIban, groupedIban, isIban } from './iban.ts';
export * from './initial.ts';
export * from './merge.ts';
export * from './migrate.ts';
export { parseMoney } from './money.ts';
export { isCodes, isItems, normalise } from './normalise.ts';
export * from './precheck.ts';
export * from './prefill.ts';
export * from './progress.ts';
export * from './reach.ts';
export {
  type Finding,
  foldStreet,
  type ProblemCode,
  problemCodes,
  type Verdict,
  type WarningCode,
  warningCodes,
} from './rules.ts';
export * from './validate.ts';
