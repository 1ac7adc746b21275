export * from './access.ts';
export * from './added.model.ts';
export * from './added.ts';
export * from './errors.ts';
export * from './schema.ts';
export * from './unused.ts';
