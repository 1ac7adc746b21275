import type { GuidesCopy } from './copy.de.ts';

export const copy: GuidesCopy = {
  list: {
    title: 'New in Jena',
    lead: 'Welcome! These guides take you through it step by step. Your device remembers what you tick off.',
    description:
      'Guides for people who are new in Jena: registration, housing, work, day care, school, health.',
    first: 'Start here',
    emergency: 'In an emergency',
    call: (number) => `Call ${number}`,
  },
  guide: {
    back: 'New in Jena',
    tasks: 'Your list',
    tick: (title) => `${title}: done`,
    progress: (done, of) => `${done} of ${of} done`,
    allDone: 'All done. Good to have you here!',
    keptHere: 'Your ticks stay on this device, even offline. Nobody else sees them.',
    deadline: 'Deadline',
    bring: 'Bring along',
    before: 'First',
    help: 'Where to do it',
    elsewhere: 'Go to website',
    tips: 'Good to know',
    offices: 'Where to get help',
    services: 'Services for this',
    prerequisites: 'Read first',
    assumes: 'This guide assumes that this is already done',
    forWhom: 'For whom',
    print: 'Print the list',
    unconfirmed: 'unconfirmed',
    sources: 'Sources and date',
    asOf: (date) => `as of ${date}`,
  },
  taskCount: (count) => (count === 1 ? '1 task' : `${count} tasks`),
};
