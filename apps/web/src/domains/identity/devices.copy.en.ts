import type { DevicesCopy } from './devices.copy.de.ts';

const browsers = {
  chrome: 'Chrome',
  edge: 'Edge',
  firefox: 'Firefox',
  opera: 'Opera',
  safari: 'Safari',
  samsung: 'Samsung Internet',
  other: 'Browser',
};
const systems = {
  android: 'an Android device',
  chromeos: 'a Chromebook',
  ipad: 'an iPad',
  iphone: 'an iPhone',
  linux: 'a Linux computer',
  mac: 'a Mac',
  windows: 'a Windows computer',
  other: 'an unknown device',
};
const methods = {
  eid: 'with your online ID',
  passkey: 'with a passkey',
  bundid: 'with BundID',
  muk: 'with business account',
  recovery: 'with a code from the counter',
  staff: 'with a staff account',
};

export const copy: DevicesCopy = {
  title: 'Login and devices',
  lead: 'How you log in, and where you are logged in right now.',
  account: 'Account',
  loginTitle: 'You are not logged in',
  loginWhy: 'After logging in you see your devices here and can log them out.',
  unavailable: 'We could not load the list just now.',
  again: 'Try again',
  devices: 'You are logged in here',
  devicesIntro: 'You do not know a device? Then log it out.',
  device: (browser, system) => `${browsers[browser]} on ${systems[system]}`,
  since: (when, method) => `Logged in ${when}, ${methods[method]}`,
  seen: (when) => `Last used ${when}`,
  here: 'This device',
  end: 'Log out',
  ended: 'The device is logged out.',
  othersEnd: 'Log out all other devices',
  othersTitle: 'Log out all other devices?',
  othersText:
    'Nobody can read anything of yours there until you log in again. Notifications no longer arrive there either. You stay logged in here.',
  othersEnded: 'All other devices are logged out.',
  everywhere: 'Log out everywhere',
  everywhereTitle: 'Log out everywhere, here too?',
  everywhereText:
    'All devices are logged out, including this one. What is waiting for a connection is kept on this device.',
  cancel: 'Cancel',
  working: 'One moment …',
  notMeTitle: 'Was one of these logins not you?',
  notMeText:
    'Then end all of them, this one too. Afterwards only somebody with your ID card and PIN, your passkey or your BundID gets in. Is there a passkey above that you do not know? Remove it first.',
  notMe: 'That was not me',
  lostTitle: 'Lost your phone?',
  lostText:
    'Log out all other devices here. With your online ID card or BundID you get back into your account.',
  lostCard:
    'Is the card gone too? Block it by calling 116 116, day and night. Add the new one to your account when you log in by passkey or BundID.',
};
