import type { CaseCopy } from './case.copy.de.ts';

const dayCount = (count: number) => (count === 1 ? '1 day' : `${count} days`);

export const copy: CaseCopy = {
  outlook: 'Where it stands',
  turn: 'Next to act',
  who: {
    citizen: 'You',
    system: 'We are making your document',
    authority: 'The authority above the city, mostly the Thuringian State Administration Office',
    nobody: 'Nobody, it is closed',
  },
  since: (who, when) => `${who}, since ${when}`,
  usual: 'Usually takes',
  usualReal: (median, most, cases) =>
    `${dayCount(median)}, for 9 of 10 at most ${dayCount(most)} (the last ${cases} applications)`,
  usualStated: (text) => `${text} (as the office says, not yet counted from real cases)`,
  deadline: 'Deadline of the office',
  deadlineText: (day, basis) => `by ${day} (${basis})`,
  deadlineOver: (day, basis) =>
    `was ${day} (${basis}). Ask the office; if that does not help, you may go to court.`,

  sendFromVault: 'Send from the vault',
  sendFromVaultHint: 'Choose a document. It is sent at once.',
  evidenceOver: 'The deadline has passed. Send the document all the same: the office can extend it.',

  messages: 'Messages',
  noMessages: 'A question? Write to the office that has your case.',
  write: 'Write a message',
  body: 'Your message',
  bodyMissing: 'Please write something.',
  attach: 'Attach a document from the vault',
  attached: (name) => `Attached: ${name}`,
  detach: 'Remove',
  send: 'Send',
  sending: 'Sending …',
  sent: 'Your message has arrived.',
  readBy: (when) => `Read by the office ${when}`,
  notRead: 'Not yet read by the office',
  needsNetwork: 'This needs a network. What you wrote stays here.',
  keepsOffline:
    'You have no connection. Your message stays encrypted on this device and is sent as soon as you are online again.',
  kept: 'Your message is kept on this device.',
  keptUntilNetwork: 'Will be sent as soon as you are online again.',
  writtenAt: (when) => `Written ${when}, not with the office yet`,
  locked: 'The text is encrypted on this device.',
  takeBack: 'Take back',
  cancel: 'Cancel',

  decision: 'If you disagree',
  objectUntil: (day) => `Do you disagree? You can lodge an objection (Widerspruch) until ${day}.`,
  objectLate: (day) =>
    `The time for an objection ended on ${day}. If you could not keep it through no fault of your own, write the reason and apply for “Wiedereinsetzung in den vorigen Stand”. That is possible within two weeks after the obstacle is gone, for social benefits within a month.`,
  objectCosts: 'An objection that is refused may cost money.',
  object: 'Lodge an objection',
  objectWhy: 'Why do you disagree?',
  objectWhyHint: 'A few sentences are enough.',
  objectMissing: 'Please write briefly why.',
  objectCard: 'For an objection we need your online ID card. It takes the place of a signature.',
  objectSend: 'Send objection',
  objectOffline: 'You have no connection.',
  notThereYet: 'Your objection is not with the office yet.',
  countsUntil: (day) =>
    `Your objection counts only when it arrives at the office: on ${day} at the latest. Open the app with a connection in time.`,
  countsLate:
    'Your objection counts only when it arrives at the office. Open the app with a connection soon.',
  objectionKept: 'Your objection is kept on this device, but is not with the office yet.',
  objected: 'Your objection has arrived.',

  realLetter: 'Show that your letter is real',
  realLetterText: (page) =>
    `Whoever gets your letter can check it at ${page}. It does not say there whom it is about.`,
  code: 'Code',
  toCheck: 'Open the page',

  withdraw: 'Withdraw application',
  withdrawTitle: 'Withdraw this application?',
  withdrawText: 'The office then stops working on it. You can apply again later.',
  withdrawn: 'Your application is withdrawn.',
};
