import type { BundleCopy } from './bundle.copy.de.ts';

export const copy: BundleCopy = {
  back: 'Services',
  ticks: 'What applies to you?',
  ticksHint: 'Tick everything that fits. You can change it later.',
  chooseFirst: 'Please first choose where you are moving from.',
  list: 'What you do together',
  listEmpty: 'Choose above what applies to you. Then everything is listed here with fee and time.',
  listIntro:
    'Each part goes to the office that is responsible for it. If something is missing, leave a part for later.',
  fee: 'Fee',
  time: 'Time',
  begin: 'Begin together',
  beginFailed: 'That did not work just now. Your choice is still there. Please try again.',
  once: 'Each question only once',
  onceText:
    'We ask for your name, new address and contact once for all parts. Each question says who gets the answer. We save while you type, even without a network.',
  progress: 'How far you are',
  common: 'Shared answers',
  commonFor: (parts) => `For: ${parts}`,
  pages: (done, total) => `${done} of ${total} pages done`,
  noPages: 'Needs no further answers',
  complete: 'Done',
  waits: 'For later',
  waitsText: 'We keep your shared answers for it.',
  later: (part) => `Do this later: ${part}`,
  now: (part) => `Do this now after all: ${part}`,
  goOn: (part) => `Fill in: ${part}`,
  review: 'Check and send',
  ticksChange: 'Add or leave out something',
};
