import type { FormsCopy } from './copy.de.ts';

export const copy: FormsCopy = {
  problems: {
    required: (label) => `This answer is still missing: ${label}`,
    malformed: (label) => `We cannot read this answer: ${label}`,
    mustBe: (label) => `Please confirm: ${label}`,
    tooShort: (label, { limit }) => `${label}: please enter at least ${limit} characters.`,
    tooLong: (label, { limit }) => `${label}: please enter no more than ${limit} characters.`,
    pattern: (label) => `${label}: we do not recognise this format. Please check your entry.`,
    charset: (label, { characters }) =>
      `${label}: the population register cannot store these characters: ${characters}. Please write the name in Latin letters, as in the passport.`,
    email: (label) => `${label}: please enter an address such as name@example.org.`,
    number: (label) => `${label}: please enter a whole number.`,
    money: (label) => `${label}: please enter an amount in euros, for example 850 or 850.50.`,
    iban: (label) =>
      `${label}: this IBAN is not right. Please compare it with your bank card or your statement.`,
    min: (label, { limit }) => `${label}: please enter at least ${limit}.`,
    max: (label, { limit }) => `${label}: please enter ${limit} at most.`,
    date: (label) => `${label}: this date does not exist. Please enter day, month and a year of four digits.`,
    tooEarly: (label, { limit }) => `${label}: the day must not be before ${limit}.`,
    tooLate: (label, { limit }) => `${label}: the day must not be after ${limit}.`,
    notInList: (label) => `${label}: please choose one of the answers offered.`,
    tooManyFiles: (label, { limit }) =>
      `${label}: no more than ${limit} files are possible. Please remove some.`,
    tooManyChoices: (label, { limit }) => `${label}: you can choose at most ${limit}. Please remove some.`,
    mediaType: (label) => `${label}: photos (JPEG, PNG) and PDF files are possible.`,
  },
  requiredHere: 'This answer is still missing.',
  warnings: {
    before: ({ limit }) => `This day is before ${limit}. Please check it. You can continue all the same.`,
    after: ({ limit }) => `This day is after ${limit}. Please check it. You can continue all the same.`,
    notInList: () => 'This is not in our list. If it is right, just continue.',
  },
  yes: 'Yes',
  personProblem: (person, sentence) => `${person} – ${sentence}`,

  fromCard: 'from your online ID card',
  fromProfile: 'from your account',
  fromVault: 'from a document in your vault',
  fromEarlier: 'from an earlier application',
  fromBundId: 'from your BundID',
  fromParty: 'as given under “Act for others”',
  newQuestion: (labels) =>
    labels.length === 1
      ? `New question: ${labels[0]}`
      : `${labels.length} new questions: ${labels.join('; ')}`,
  saving: 'Saving …',
  savedAt: (time) => `Saved at ${time}`,
  savedInAccount: 'in your account',
  savedWhere: 'on this device',
  saveFailed: {
    title: 'Your answers could not be saved just now',
    text: 'They are still on this page. Please do not close it. Free some storage on your device and try again.',
    again: 'Save again',
  },
  notSavedYet: 'We save your answers as you type.',

  openFailed: {
    title: 'Your answers cannot be opened just now',
    text: 'Your browser’s storage does not answer. What was saved is still there. In private mode some browsers do not allow saving.',
    again: 'Open again',
  },

  next: 'Continue',
  reading: 'Reading the file …',
  backToReview: 'Save and return to the review',
  previous: 'Back',
  toIntro: 'To the start of this application',
  steps: 'Show all steps',
  stepState: { done: 'done', current: 'you are here', incomplete: 'not complete yet', open: 'still to come' },
  stepReview: 'Check and send',
  notNeeded: {
    title: 'You do not need this page',
    text: 'Given your answers so far, there is nothing to ask here. What you have written stays saved.',
    action: 'Continue the application',
  },

  person: (number) => `Person ${number}`,
  addItem: 'Add another person',
  removeItem: (name) => `Remove ${name}`,
  addChoice: 'Add another',
  removeChoice: (name) => `Remove ${name}`,
  choice: (number) => `Answer ${number}`,
  readPrivacy: 'Read the privacy notice (opens in a new window)',
  bundle: {
    shared: (parts) => `These answers are for: ${parts}`,
    becomes: (count) => (count === 1 ? 'This becomes one application' : `This becomes ${count} applications`),
    waits: 'stays for later',
  },
  captureLoading: 'Getting the camera ready …',
};
