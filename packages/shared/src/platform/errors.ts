import { defineError } from '../kernel/index.ts';

export const badInput = defineError('platform.bad_input', 'bad_input');
export const notFound = defineError('platform.not_found', 'not_found');
export const idempotencyMismatch = defineError('platform.idempotency_mismatch', 'conflict');
export const crossSite = defineError('platform.cross_site', 'forbidden');
export const tooLarge = defineError('platform.too_large', 'too_large');
export const tooMany = defineError('platform.too_many', 'too_many');
/** What nobody foresaw; the log has the details, the person gets a way out. */
export const unexpected = defineError('platform.unexpected', 'unavailable');
/** Somebody settled it already, it ran out, or it never was. */
export const askNotFound = defineError('platform.ask_not_found', 'not_found');
/** Four eyes: who asked does not confirm. */
export const needsAnother = defineError('platform.needs_another', 'forbidden');
/** Somebody else retried the job already, or it never was. */
export const jobNotFound = defineError('platform.job_not_found', 'not_found');
