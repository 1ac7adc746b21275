import type { IntroCopy } from './intro.copy.de.ts';

export const copy: IntroCopy = {
  lead: 'Online, step by step. You need no network: it is sent as soon as you are online again.',
  back: 'To the service',
  need: 'What you need',
  duration: 'How long it takes',
  minutes: (pages, minutes) =>
    `At most ${pages} short pages, about ${minutes} minutes. You can stop at any time and continue later.`,
  deadline: (text) => `Deadline: ${text.replace(/\.$/, '')}.`,
  saved: 'Your answers',
  savedText:
    'We save as you type. When you are logged in, you can go on with any of your devices, even after months. Without a login the answers lie on this device only. The office gets them when you send the application, not before.',
  topics: 'What we ask about',
  start: 'Start the application',
  continue: 'Continue where you left off',
  begunAt: (when) => `You have already started, last on ${when}.`,
  found: 'You have already started',
  foundFor: (name) => `You are filling it in for ${name}.`,
  foundText: (when, step) => `Last saved: ${when}. Next step: ${step}.`,
  startOver: 'Start over',
  startOverTitle: 'Start over?',
  startOverText:
    'We then delete all answers and photos of this application, on your other devices too. This cannot be undone.',
  startOverYes: 'Delete answers and start over',
  startOverNo: 'Keep my answers',
  card: 'Quicker with your online ID card',
  cardText:
    'We then take your name, date of birth and previous address from your card. You need it for sending anyway.',
  cardAction: 'Log in with the online ID card',
  noScript:
    'The online form needs JavaScript in your browser. Without it, the citizens’ office will help you in person.',
};
