export * from './actor.ts';
export * from './days.ts';
export * from './errors.ts';
export * from './idSchemas.ts';
export * from './ids.ts';
export * from './language.ts';
export * from './languageSchemas.ts';
export * from './time.ts';
