import type { copy as de } from './rating.copy.de.ts';

export const copy: typeof de = {
  title: 'How satisfied are you?',
  text: 'Your answer is only counted. Nobody learns who gave it.',
  satisfied: 'Satisfied',
  partly: 'Partly',
  unsatisfied: 'Not satisfied',
  send: 'Send answer',
  thanks: 'Thank you. Your answer has been counted.',
  figures: 'See all figures',
};
