import { mostPrecheckQuestions } from '@jena/shared/forms';
import type { PrecheckCopy } from './precheck.copy.de.ts';

export const copy: PrecheckCopy = {
  title: (service) => `Quick check: ${service}`,
  back: 'Back to the service',
  step: (number) => `Question ${number} of at most ${mostPrecheckQuestions}`,
  next: 'Continue',
  previous: 'Previous question',
  choose: 'Please choose an answer.',
  fits: 'Yes, this is the right service',
  fitsNot: 'Something else is right for this',
  cost: 'What it costs',
  duration: 'How long it takes',
  evidence: 'What you need',
  noEvidence: 'You need no papers.',
  office: 'Responsible',
  answers: 'Your answers',
  change: 'Change',
  changeOf: (question) => `Change answer: ${question}`,
  begin: 'Go to the application',
  beginning: 'One moment …',
  kept: 'What you answered here is already filled in.',
  notKept: 'Your answers could not be saved on this device. You can begin the application all the same.',
  beginAnyway: 'Begin without these answers',
  go: (service) => `Go to: ${service}`,
  toService: 'More about this service',
  private: 'Your answers stay on this device.',
};
