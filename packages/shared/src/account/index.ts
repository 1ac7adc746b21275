export * from './access.ts';
export * from './schema.ts';
