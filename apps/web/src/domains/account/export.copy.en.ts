import type { ExportCopy } from './export.copy.de.ts';

export const copy: ExportCopy = {
  title: 'Take my data with me',
  lead: 'A copy of everything we have stored about you.',
  account: 'Account',
  loginTitle: 'You are not logged in',
  loginWhy: 'After logging in we put your data together for you.',
  contents: 'What it contains',
  content: [
    'Your profile and what your ID card or BundID says',
    'Your cases with every step',
    'Your documents and those of the city as files',
    'Your messages and logins',
    'Who has seen your data',
  ],
  format: 'You get a ZIP file with a guide inside (in German).',
  request: 'Put my data together',
  again: 'Put it together anew',
  working: 'One moment …',
  making: 'We are putting your data together',
  makingHint:
    'This usually takes less than a minute. You can leave this page: we will tell you in your inbox.',
  ready: 'Your data is ready',
  readyHint: (size, until) => `${size}, available until ${until}. After that we delete the file.`,
  download: 'Download the ZIP file',
  keepSafe: 'The file is not encrypted. Only download it to a device that is yours.',
  card: 'For this we need your ID card once more',
  cardHint: 'The file holds everything about you. So we check that it is really you.',
  unavailable: 'We do not know at the moment whether a file is ready. You need a connection for that.',
  retry: 'Try again',
};
