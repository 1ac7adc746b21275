export * from './act.ts';
export * from './engine.ts';
export * from './errors.ts';
export * from './explain.ts';
export * from './facts.ts';
export * from './rule.ts';
export * from './schema.ts';
