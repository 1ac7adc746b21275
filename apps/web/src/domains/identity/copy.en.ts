import type { IdentityCopy } from './copy.de.ts';

export const copy: IdentityCopy = {
  logIn: 'Log in',
  title: 'Log in',
  lead: 'With your online ID card. You do not need a password.',
  needs: 'What you need',
  needCard: 'Your German ID card, your eID card or your electronic residence permit',
  needPin: 'Your six-digit PIN',
  needApp: 'The AusweisApp on this device',
  start: 'Log in with your online ID',
  starting: 'Opening the AusweisApp …',
  what: 'What is transmitted?',
  whatText:
    'Only a marker by which we recognise your card. We read your name and address a single time, when you open your account. The app shows you everything first, and you release it with your PIN.',
  kept: 'What you have already entered stays saved.',
  lostAll: 'No ID card and no passkey any more?',
  enterCode: 'Enter a code',
  noApp: 'Nothing happens?',
  noAppText:
    'Then the AusweisApp is probably missing. It is free and comes from the federal government. Install the app and come back here.',
  offline: 'To log in you need a connection once. Until then what you entered waits on this device.',
  already: (name) => `You are logged in as ${name}.`,
  goOn: 'Continue',
  otherBrowser:
    'Your card answered in a different browser from the one you started in. To protect you we do not log you in there. Please start again here.',
};
