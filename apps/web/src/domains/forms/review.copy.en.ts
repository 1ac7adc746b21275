import type { ReviewCopy } from './review.copy.de.ts';

export const copy: ReviewCopy = {
  title: 'Check and send',
  lead: 'Is everything right? You can still change every answer.',
  missing: (count) =>
    count === 1 ? 'One answer is missing or not right' : `${count} answers are missing or not right`,
  missingText: 'Please complete these answers, then you can send the application.',
  warnings: 'Please look at this again',
  empty: 'no answer',
  notYet: 'still missing',
  next: 'What happens after sending',
  nextText:
    'If you are offline, the application stays on this device and leaves by itself as soon as you have a network. You then get a number for your case.',
  start: 'Start the application',
  submit: 'Send application',
  submitting: 'Handing over the application …',
  failed: 'The application could not be handed over yet. Your answers are still saved. Please try again.',
  nothing: 'No application has been started on this device.',
};
