import { defineError } from '../kernel/index.ts';

/** It was never made, is not ready, its time is up, or it is another person's. */
export const exportNotFound = defineError('account.export_not_found', 'not_found');
