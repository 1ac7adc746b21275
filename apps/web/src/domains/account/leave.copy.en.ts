import type { copy as german } from './leave.copy.de.ts';

export const copy: typeof german = {
  title: 'Delete account',
  lead: 'You can leave at any time. Please read first what will be deleted and what has to stay.',
  account: 'Account',
  loginTitle: 'You are not logged in',
  loginWhy: 'Once you are logged in you see what belongs to your account.',
  unavailable: 'We could not load this just now.',
  again: 'Try again',
  goes: 'This will be deleted',
  goesProfile: 'Your data from ID card or BundID, your settings and your ways to log in',
  goesDocuments: (count: number) =>
    count === 0
      ? 'Your vault (it is empty)'
      : count === 1
        ? 'Your vault with 1 document'
        : `Your vault with ${count} documents`,
  goesMessages: 'Your inbox, and the list of who has seen your data',
  goesHere: 'Drafts, and everything on this device that is still waiting for a network',
  open: 'We will withdraw these applications',
  openText: 'They have not been decided yet. The office will stop working on them.',
  stays: 'This stays with the city',
  staysText:
    'Decided cases belong to the city’s files, together with their papers. The office may only delete them when the period is over (Art. 17 (3) (b) GDPR). They then belong to no account any more.',
  staysUnsure: 'The period of 10 years is an assumption. The city has yet to confirm it.',
  until: (day: string) => `until ${day}`,
  nothingStays: 'Nothing. You have no decided cases.',
  first: 'Would you like to keep something?',
  firstText: 'Download decisions and documents first. Afterwards nobody can open them any more, not even we.',
  vault: 'To the vault',
  understood: 'I understand that this cannot be undone.',
  understoodMissing: 'Please confirm that you have understood this.',
  card: 'You need your ID card to delete the account. So nobody else can do it for you.',
  erase: 'Delete account for good',
  working: 'Deleting …',
  gone: 'Your account has been deleted. All the best!',
};
