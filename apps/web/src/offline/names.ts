/** The database of drafts and submissions; known by name, so that the app can ask for it without opening it. */
export const outboxDatabaseName = 'jena-outbox';
