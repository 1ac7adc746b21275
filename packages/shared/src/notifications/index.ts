export * from './device.ts';
export * from './errors.ts';
export * from './schema.ts';
export * from './topics.ts';
