import { defineError } from '../kernel/index.ts';

/** It arrived meanwhile, somebody else tries it again already, or it never was. */
export const transferNotFound = defineError('handover.transfer_not_found', 'not_found');
