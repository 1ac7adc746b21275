import type { FirmCopy } from './firm.copy.de.ts';

export const copy: FirmCopy = {
  title: 'For businesses',
  intro: 'With your organisation’s ELSTER certificate, also for clubs and the self-employed.',
  login: 'Log in with business account',
  leaving: 'On to the business account …',
};
