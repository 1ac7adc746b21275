import type { NotificationsCopy } from './notifications.payload.ts';

/** Shown on lock screens: no name, no kind of case. */
export const copy: NotificationsCopy = {
  title: 'News about your case',
  open: 'Open the app to read it.',
  evidenceRequested: 'Please add a document.',
  reason: 'You get this because you switched on notifications about your cases.',
  gatheredTitle: (count) => `${count} new messages in your inbox`,
  gatheredReason: 'You get this gathered because you chose it that way.',
  inboxTitle: 'News in your inbox',
  accountTitle: 'Your account was changed',
  loginTitle: 'New login to your account',
  unusedTitle: 'Do you still need your account?',
  unusedText: 'Log in and it stays. Otherwise we delete it.',
  accountText: 'Was that not you? Please open the app.',
};
