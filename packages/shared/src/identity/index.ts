export * from './errors.ts';
export * from './model.ts';
export * from './passkeys.ts';
export * from './recovery.model.ts';
export * from './recovery.ts';
export * from './saml.ts';
export * from './schema.ts';
export * from './sessions.ts';
