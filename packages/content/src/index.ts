export { expandForm } from './blocks.ts';
export * from './bundle.ts';
export { formBundle } from './form-bundle.ts';
export { type Localized, localize } from './localize.ts';
export type * from './precheck.ts';
export type * from './schema.ts';
