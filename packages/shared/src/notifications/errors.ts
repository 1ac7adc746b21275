import { defineError } from '../kernel/index.ts';

export const pushHostNotAllowed = defineError('notifications.push_host_not_allowed', 'bad_input');
export const messageNotFound = defineError('notifications.message_not_found', 'not_found');
