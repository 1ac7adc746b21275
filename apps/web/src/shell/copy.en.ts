import type { ShellCopy } from './copy.de.ts';

export const copy: ShellCopy = {
  city: 'City of Jena',
  home: 'Jena, go to the start page',
  skip: 'Skip to content',
  navigation: 'Main areas',
  nav: { start: 'Start', services: 'Services', cases: 'Cases', inbox: 'Inbox', account: 'Account' },
  waitingCases: (count) => (count === 1 ? '1 case needs you' : `${count} cases need you`),
  unreadMessages: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
  search: 'Search',
  language: 'Language',
  offline: 'You are offline. Everything on this device keeps working.',
  asOf: (when) => `As of ${when}`,
  olderOnline: 'You will see older entries as soon as you are online again.',
  waitingForNet: (count) =>
    count === 1
      ? 'What you entered is waiting for a network.'
      : `${count} things you entered are waiting for a network.`,
  sending: (count) =>
    count === 1 ? 'What you entered is being sent.' : `${count} things you entered are being sent.`,
  footer: 'Legal',
  imprint: 'Legal notice',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  transparency: 'Transparency',
  update: {
    title: 'A new version is here',
    text: 'Your answers are kept.',
    action: 'Reload now',
    later: 'Later',
  },
  install: {
    title: 'Jena on your home screen',
    text: 'Opens faster, works without a network and tells you when there is news.',
    action: 'Install',
    later: 'Not now',
    iosText: 'In your browser, tap “Share” and then “Add to Home Screen”.',
  },
  loadingPage: 'Loading',
  notFound: {
    title: 'This page does not exist',
    text: 'The address may be out of date. Just search for what you want to get done.',
    services: 'See all services',
    start: 'Go to the start page',
  },
  failed: {
    title: 'That did not work',
    text: 'The page could not be loaded. What you have entered is saved on your device.',
    offlineText: 'This page has never been on your device and needs a network once. Your answers are saved.',
    again: 'Try again',
  },
  languagePage: {
    title: 'Choose your language',
    lead: 'Pages, forms and messages appear in this language.',
    current: 'chosen',
    planned: 'These languages come next',
  },
};
