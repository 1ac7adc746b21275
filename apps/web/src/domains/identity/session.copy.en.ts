import type { SessionCopy } from './session.copy.de.ts';

export const copy: SessionCopy = {
  idleTitle: (minutes) =>
    minutes > 1 ? `${minutes} minutes left – stay logged in?` : 'Almost logged out – stay logged in?',
  idleText:
    'Nothing has happened here for a while. To protect you we will log you out. What you have entered stays saved on this device.',
  stay: 'Stay logged in',
  staying: 'One moment …',
  leave: 'Log out now',
  totalTitle: (minutes) =>
    minutes > 1 ? `Your login ends in ${minutes} minutes` : 'Your login is about to end',
  totalText:
    'To protect you every login ends after some hours. What you have entered stays saved on this device.',
  renew: 'Log in anew',
  later: 'Later',
  overTitle: 'You are logged out',
  over: {
    time: 'Nothing has happened here for a while, so we logged you out to protect you. What you have entered is saved on this device.',
    elsewhere: 'This login was ended from another device. Your personal data can no longer be read here.',
  },
  again: 'Log in again',
  close: 'Continue without logging in',
};
