export * from './errors.ts';
export * from './limits.ts';
export * from './schema.ts';
export * from './types.ts';
