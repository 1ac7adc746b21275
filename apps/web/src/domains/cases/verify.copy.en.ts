import type { VerifyCopy } from './verify.copy.de.ts';

export const copy: VerifyCopy = {
  title: 'Check a decision',
  lead: 'Did the city of Jena really issue this letter? Enter the code at the end of the letter.',
  code: 'Code of the letter',
  codeHint: 'Four groups of five signs, for example 7KQ4A-M2XP0-9FT3D-0RZWC',
  codeWrong: 'This is no complete code. It has 20 signs.',
  check: 'Check',
  checking: 'Checking …',
  notFoundTitle: 'There is no letter with this code',
  notFound:
    'Please check whether you copied it correctly. If the code is right, the letter is not ours or the case no longer exists.',
  realTitle: 'This letter is real',
  replacedTitle: 'The letter is real, but no longer valid',
  replaced: (day) => `Since ${day} this matter is being decided anew. Ask for the new letter.`,
  office: 'Issued by',
  city: (office) => `City of Jena, ${office}`,
  day: 'Date',
  kind: 'Kind',
  kinds: {
    approved: (service) => `Decision or confirmation: ${service}`,
    rejected: (service) => `Refusal: ${service}`,
    objection_denied: (service) => `Decision on an objection: ${service}`,
  },
  hash: 'Checksum of the file (SHA-256)',
  noPersonal: 'We do not say here whom it is about. Compare that with the letter itself.',
  fileTitle: 'Check the content too',
  fileText:
    'Do you have the letter as a PDF? Your device compares it with the checksum. The file stays on your device.',
  choose: 'Choose PDF',
  drop: 'or drop it here',
  same: 'The file is exactly the one that we issued.',
  different:
    'This file is not the one that we issued. It may have been changed or saved anew. Ask for the original file.',
  unreadable: 'The file could not be read.',
};
