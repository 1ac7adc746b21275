export * from './actor.ts';
export * from './errors.ts';
export * from './ids.ts';
export * from './language.ts';
export * from './time.ts';
