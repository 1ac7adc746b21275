export * from './errors.ts';
export * from './evidence.ts';
export * from './folder-names.ts';
export * from './folders.ts';
export * from './limits.ts';
export * from './reminders.ts';
export * from './schema.ts';
export * from './types.ts';
