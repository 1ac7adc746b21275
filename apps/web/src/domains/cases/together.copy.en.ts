import type { TogetherCopy } from './together.copy.de.ts';

export const copy: TogetherCopy = {
  title: 'On its way',
  lead: 'Each application goes its own way to the office that is responsible. Here you see all of them.',
  arrived: (count, of) =>
    count === of
      ? of === 1
        ? 'The application has arrived.'
        : `All ${of} applications have arrived.`
      : `${count} of ${of} applications have arrived.`,
  applications: 'Your applications',
  reference: (reference) => `Reference ${reference}`,
  on: 'on its way',
  later: 'For later',
  laterText: 'What you answered for all parts is already filled in.',
  goOn: 'Continue filling in',
  gone: 'There is nothing here (any more)',
  goneText:
    'Perhaps these applications belong to another account. Everything that is yours is under “Cases”.',
  toCases: 'To your cases',
};
