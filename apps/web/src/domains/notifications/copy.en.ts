import type { NotificationsCopy } from './copy.de.ts';

export const copy: NotificationsCopy = {
  title: 'Inbox',
  lead: 'Messages about your cases.',
  loginTitle: 'Your inbox',
  loginWhy: 'Log in to find all messages and documents from the city here.',
  emptyTitle: 'No messages yet',
  emptyText: 'As soon as something happens in one of your cases, it is here.',
  unavailable: 'We could not load your inbox just now.',
  again: 'Try again',
  more: 'Older messages',
  unread: 'new',
  message: {
    case_submitted: 'Your application has arrived',
    case_claimed: 'Work on your application has begun',
    evidence_requested: 'Please add a document',
    evidence_added: 'Your document has arrived',
    case_approved: 'Your application is approved',
    case_rejected: 'Your application was refused',
    case_delivered: 'Your document is here',
    passkey_added: 'A passkey was set up for your account. Was that not you? Remove it here.',
    passkey_removed: 'A passkey was removed from your account. Was that not you? Have a look here.',
    export_ready: 'Your data is ready to be fetched',
  },
  settings: {
    title: 'Notifications',
    lead: 'What your phone tells you about. Your inbox always has everything.',
    cases: 'News about my cases',
    casesHint: 'The lock screen only says that there is something new – never what it is about.',
    casesLogin: 'Please log in for this.',
    assistant: 'Hanfried’s greeting when the online services open',
    assistantHint: 'At most once a day, on days when the Citizens’ Service is open: “Shall I help?”',
    save: 'Save on this device',
    saving: 'Saving …',
    saved: 'Saved. You can change this at any time.',
    off: 'Switch off on this device',
    unsupported: 'This browser cannot show notifications. You find everything in your inbox.',
    install_first:
      'On iPhone and iPad, first put the app on your home screen. Then you can switch on notifications.',
    denied:
      'Notifications are blocked for this site in your browser. You can change this in the browser’s settings.',
  },
};
