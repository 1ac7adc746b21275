import type { EidCopy } from './eid.copy.de.ts';

export const copy: EidCopy = {
  starting: 'Opening the AusweisApp …',
  reads: 'What we read',
  readsName: 'Name and date of birth',
  readsAddress: 'Address',
  readsMore:
    'If you like: birth name, place of birth, doctoral degree, nationality, kind and validity of the card',
  readsMoreHint: 'You can untick this in the AusweisApp.',
  register: {
    title: 'Open an account',
    lead: 'Your card is new here. One more step and you have your account.',
    why: 'Why once more?',
    whyText:
      'To log you in we read only a marker of your card, not your name. For a new account we need more, once. After that the marker is enough again.',
    use: 'We use this to fill in forms for you. You can see the data at any time under “Account”.',
    start: 'Open an account',
    again: 'To the login',
    later: 'Not now',
  },
  code: {
    title: 'Enter a code',
    lead: 'After you used your card, the browser shows you a code. Enter it here.',
    label: 'Code',
    hint: 'For example ABCD-EF23. It is valid for two minutes.',
    short: (length) => `The code has ${length} characters.`,
    goOn: 'Continue',
    working: 'One moment …',
    warning: 'Only enter a code that you have just seen yourself.',
  },
  card: {
    title: 'Read the card again',
    lead: 'Have you moved, or has your name changed? Read your card once more and your forms are right again.',
    note: 'After a move, the new address is on your card only once you have registered it.',
    start: 'Read the card now',
    done: 'Your data now match your card.',
    confirmed: 'Confirmed by your card',
    residence: 'Lives in Jena',
    age: 'Age',
    ageAtLeast: (age) => `at least ${age} years`,
    confirmedOn: (when) => `confirmed ${when}`,
  },
};
