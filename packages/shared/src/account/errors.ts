import { defineError } from '../kernel/index.ts';

/** It was never made, is not ready, its time is up, or it is another person's. */
export const exportNotFound = defineError('account.export_not_found', 'not_found');

/** A document of an approved case is being written; in a minute it can be erased. */
export const accountErasureWaits = defineError('account.erasure_waits', 'conflict');

/** The city has no mail server: no code can be sent. */
export const accountMailUnavailable = defineError('account.mail_unavailable', 'unavailable');
