export * from './code.ts';
export * from './errors.ts';
export * from './model.ts';
export * from './periods.ts';
export * from './procedure.ts';
export * from './queues.schema.ts';
export * from './queues.ts';
export * from './schema.ts';
