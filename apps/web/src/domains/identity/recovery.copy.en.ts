import type { copy as german } from './recovery.copy.de.ts';

export const copy: typeof german = {
  title: 'Back into your account',
  lead: 'Have you lost everything that you logged in with? You get a code at the counter.',
  howTitle: 'How it works',
  how: [
    'Come to the citizens’ service (Bürgerservice) with a valid ID card, passport or residence permit.',
    'Two members of staff check the document. You get a letter with a code.',
    'Enter the code here. It is valid for 24 hours and once.',
  ],
  office: 'Bürgerservice: address and opening hours',
  formTitle: 'I have a code',
  code: 'Code from the letter',
  codeHint: '16 characters, for example 7KQ4-M2XP-0F9T-3C8D.',
  codeShort: 'These are not 16 characters. Please check the code.',
  birthDate: 'Your date of birth',
  birthDateWrong: 'This date does not exist. Check day, month and year.',
  goOn: 'Back into my account',
  working: 'One moment …',
  warning:
    'After that all other devices are logged out. Nobody from the city asks you for this code by phone or e-mail.',
  back: 'Log in',
  needsNetwork: 'You need a network for this.',

  ways: {
    title: 'Your access is back',
    first:
      'Set up a passkey here now, or add your new ID card. Otherwise you cannot get into your account next time. Without a card you can do this for 30 minutes.',
    after: 'You have a new way in. Now remove what you lost:',
    cards: (count) => (count === 1 ? '1 ID card of before' : `${count} ID cards of before`),
    passkeys: (count) => (count === 1 ? '1 passkey of before' : `${count} passkeys of before`),
    bundId: 'BundID of before',
    remove: 'Remove old ways in',
    removing: 'Removing …',
    removed: 'The old ways in have been removed.',
  },
};
