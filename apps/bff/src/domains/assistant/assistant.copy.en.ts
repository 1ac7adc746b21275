import type { AssistantCopy } from './assistant.payload.ts';

/** Hanfried's greeting, as a lock screen shows it. */
export const copy: AssistantCopy = {
  morning: 'Good morning! The online services are staffed.',
  day: 'Hello! The online services are staffed.',
  offer: 'Shall I help?',
  reason: 'You get this because you switched on Hanfried’s greeting. Switch it off: Account › Notifications.',
  yes: 'Yes, please',
  off: 'Switch off',
};
