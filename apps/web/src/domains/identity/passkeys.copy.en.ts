import type { PasskeysCopy } from './passkeys.copy.de.ts';

export const copy: PasskeysCopy = {
  title: 'Log in without the card',
  intro:
    'With a passkey you log in by fingerprint, face or screen lock. Your fingerprint and your face never leave the device.',
  add: 'Set up a passkey',
  addAnother: 'Set up another passkey',
  unsupported: 'This browser does not know passkeys.',
  unavailable: 'We could not load your passkeys just now.',
  again: 'Try again',
  created: (when) => `Set up ${when}`,
  used: (when) => `Last used ${when}`,
  neverUsed: 'Not used yet',
  remove: 'Remove',
  removeTitle: (name) => `Remove the passkey “${name}”?`,
  removeText:
    'Nobody can log in with it any more. Devices that are logged in with it are logged out. Your online ID card still gets you into your account.',
  removed: 'The passkey is removed.',
  nameTitle: 'Set up a passkey',
  name: 'What should the passkey be called?',
  nameHint: 'So that you know it again later, for example “My phone”.',
  nameMissing: 'Please enter a name.',
  ownName: 'My passkey',
  goOn: 'Continue',
  added: 'The passkey is set up. Next time you do not need the card.',
  exists: 'There is a passkey for your account on this device already.',
  stopped: 'That was cancelled. You can try again right away.',
  cardTitle: 'Please use your card once more',
  cardText:
    'For your safety we set up a passkey only when you have just logged in with your online ID card. After that you go on right here.',
  card: 'Confirm with your online ID card',
  cancel: 'Cancel',
  working: 'One moment …',
  login: 'Log in with a passkey',
  offerTitle: 'Next time without the card',
  offerText: 'Set up a passkey. Then you log in by fingerprint or face.',
  offerNo: 'No, thank you',
};
