import type { AssistantCopy } from './assistant.payload.ts';

/** Hanfried's greeting, as a lock screen shows it. */
export const copy: AssistantCopy = {
  morning: 'Guten Morgen! Die Online-Dienste sind besetzt.',
  day: 'Guten Tag! Die Online-Dienste sind besetzt.',
  offer: 'Soll ich helfen?',
  reason: 'Sie bekommen das, weil Sie Hanfrieds Gruß eingeschaltet haben. Ausschalten: Konto › Mitteilungen.',
  yes: 'Ja, bitte',
  off: 'Ausschalten',
};
