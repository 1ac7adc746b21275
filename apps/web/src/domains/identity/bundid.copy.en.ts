import type { BundIdCopy } from './bundid.copy.de.ts';

export const copy: BundIdCopy = {
  login: 'Log in with BundID',
  more: 'Confirm at BundID with your ID card',
  leaving: 'On to BundID …',
  newTitle: 'Your BundID is new here',
  newLead: 'We have not stored anything about you yet. How shall we go on?',
  haveTitle: 'I already have an account here',
  haveText:
    'Log in once with your ID card and connect your BundID. After that both lead into the same account.',
  have: 'Log in with ID card and connect',
  beginTitle: 'I am here for the first time',
  beginText: 'BundID sends us your name, date of birth and address once. With these we set up your account.',
  begin: 'Set up an account with BundID',
  level:
    'A user name and password do not open everything. Where more is needed, we ask you to log in with your ID card or ELSTER.',
  linkTitle: 'Connect BundID',
  linkLead: (name) => `You are logged in as ${name}.`,
  linkText:
    'After that your BundID leads into this account too, if you log in there with your ID card or ELSTER. A user name and password alone are not enough.',
  linkOwn: 'Connect only your own BundID.',
  link: 'Connect BundID now',
  cardText: 'For your safety we need your ID card once more for this. After that you go on right here.',
  card: 'Confirm with online ID',
  working: 'One moment …',
  later: 'Go on without connecting',
  back: 'Back to the login',
  linkedTitle: 'Your BundID is connected',
  linkedLead: 'From now on BundID leads into this account too.',
  goOn: 'Continue',
  title: 'BundID',
  intro: 'BundID lets you log in at many authorities.',
  since: (when) => `Connected since ${when}`,
  begunWith: (when) => `Your account began with it, ${when}`,
  toLink: 'Connect BundID',
  unlink: 'Disconnect',
  unlinkTitle: 'Disconnect BundID from this account?',
  unlinkText:
    'It will no longer lead into this account. Devices logged in with it will be logged out. Your ID card still lets you in.',
  unlinked: 'BundID is disconnected.',
};
