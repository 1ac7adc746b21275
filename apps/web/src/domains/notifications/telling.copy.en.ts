import type { TellingCopy } from './telling.copy.de.ts';

export const copy: TellingCopy = {
  mail: 'By e-mail',
  mailIntro: (address) =>
    `To ${address}. We only write when no device was told, or when you have not read a message after a day.`,
  mailWhat: 'We write that there is something new, never what it is about.',
  noAddress: 'For this we need a confirmed e-mail address.',
  addAddress: 'Give an e-mail address',
  cases: 'News about my cases',
  documents: 'Documents that expire soon',
  security: 'Security of my account',
  securityHint:
    'We always tell you of new logins and changes to your account, at once and in every way. This cannot be switched off.',
  pace: 'How often we tell you',
  paceHint:
    'For notifications and e-mails. What has a deadline and what protects your account we always tell you at once.',
  paces: {
    at_once: 'At once',
    daily: 'Once a day, at 8 am',
    weekly: 'Once a week, on Mondays at 8 am',
  },
  quiet: 'Quiet hours',
  quietOn: 'No notifications in quiet hours',
  quietHint:
    'What comes in this time is told afterwards; only the newest for each case. Security warnings come at once, but without a sound.',
  from: 'From',
  to: 'To',
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved.',
  unavailable: 'We could not load your settings just now.',
  again: 'Try again',
  everyDevice: 'This holds for all your devices.',
};
