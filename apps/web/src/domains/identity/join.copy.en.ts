import type { JoinCopy } from './join.copy.de.ts';

export const copy: JoinCopy = {
  known: {
    title: 'You already have an account',
    lead: 'Name and date of birth on your ID card fit an account with us. Only the card is new.',
    proveTitle: 'Yes, that is my account',
    proveText:
      'Log in once the way you did before. Then the new card belongs to that account too. The name alone is not enough, because some people share one.',
    oldCard: 'Log in with your previous card',
    beginTitle: 'No, or I can no longer get in',
    beginText:
      'Then open a new account. The other one stays as it is. We go on working on what you applied for with it.',
    begin: 'Open a new account',
    soon: 'You can do this within ten minutes. After that, please hold the card to your phone once more.',
    joinTitle: 'Link your new card',
    joinLead: (name: string) => `You are logged in as ${name}.`,
    joinText: 'From now on your new card opens this account too. We take name and address from it.',
    join: 'Link it with my account',
    working: 'One moment …',
    cancel: 'Not now',
    doneTitle: 'Your new card is linked',
    doneLead: 'From now on you log in with it. Everything in your account is still there.',
    goOn: 'Go on',
  },
  add: {
    title: 'Add an ID card',
    lead: 'Do you have a new ID card, or have you never used one with this account? Add it here.',
    text: 'Name and date of birth on the card must fit your account. After that it opens the account too.',
    password:
      'Did you begin your account with BundID and a password? After this the password alone is no longer enough.',
    start: 'Read the card now',
    done: 'Your card now belongs to this account.',
    unknown:
      'We do not know this card yet. Is it yours? Then add it to your account. After that you go on where you were.',
    goOn: 'Go on',
    back: 'Login and devices',
    loginTitle: 'You are not logged in',
    loginWhy: 'Log in to add an ID card to your account.',
  },
  cards: {
    title: 'Online ID card',
    intro: 'Each card has an identifier of its own, a new one of yours too.',
    card: 'ID card',
    since: (when: string) => `Known since ${when}`,
    none: 'You have not used an ID card with this account yet.',
    add: 'Add an ID card',
  },
};
