export * from './engine.ts';
export * from './facts.ts';
export * from './rule.ts';
