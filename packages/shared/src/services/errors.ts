import { defineError } from '../kernel/index.ts';

export const officeUnknown = defineError('services.office_unknown', 'not_found');
