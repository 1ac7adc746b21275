import type { ChangesCopy } from './changes.copy.de.ts';

export const copy: ChangesCopy = {
  title: (count) => (count === 1 ? 'This question has changed' : `These ${count} questions have changed`),
  text: 'There is a new version of this application. All your answers are still there. Please look here:',
  onlyRules: 'There is a new version of this application. Nothing changes for you.',
  reasons: {
    added: 'new question',
    removed: 'no longer asked',
    type: 'asked in another way, please answer again',
    options: 'your answer is no longer offered, please choose again',
    wording: 'worded differently',
    rules: 'other rules for the answer',
    condition: 'now asked on other occasions',
  },
  yourAnswer: (answer) => `Your answer: ${answer}`,
  yourOldAnswer: (answer) => `Your answer so far: ${answer}`,
  formerQuestion: 'A question of the old version',
  understood: 'Understood',

  replaced: (field, now, before) =>
    `“${field}”: on another device you last answered “${now}”; here it said “${before}”.`,
  emptied: (field, before) =>
    `“${field}”: on another device you deleted the answer; here it said “${before}”.`,
  undo: 'Undo',
  undoFor: (field) => `Undo: ${field}`,
  keep: 'Leave it so',

  elsewhere: (field, files) =>
    `“${field}”: ${files} is on the device on which you captured it. Add it here again, or submit the application from there.`,
};
