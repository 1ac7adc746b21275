export { expandForm } from './blocks.ts';
export type * from './bundle.ts';
export { type Localized, localize } from './localize.ts';
export type * from './schema.ts';
