import type { UiCopy } from './copy.de.ts';

export const copy: UiCopy = {
  optional: 'optional',
  why: 'Why do we ask this?',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  choose: 'Please choose',
  errorPrefix: 'Error:',
  errorSummary: (count) =>
    count === 1 ? 'One answer is missing or not right' : `${count} answers are missing or not right`,
  step: (step, of) => `Step ${step} of ${of}`,
  charactersLeft: (count) => (count === 1 ? '1 character left' : `${count} characters left`),
  charactersTooMany: (count) => (count === 1 ? '1 character too many' : `${count} characters too many`),
  change: 'Change',
  back: 'Back',
  close: 'Close',
  undo: 'Undo',
  loading: 'Loading',
  stateDone: 'done',
  stateNow: 'happening now',
  stateNext: 'still to come',
  stateProblem: 'needs you',
  newWindow: 'opens another website',
};
