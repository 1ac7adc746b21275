import type { InboxCopy } from './inbox.copy.de.ts';

export const copy: InboxCopy = {
  boxes: 'Which messages',
  box: { inbox: 'Inbox', starred: 'Starred', archive: 'Archive' },
  search: 'Search messages',
  found: (count: number) => (count === 1 ? 'One message found.' : `${count} messages found.`),
  nothingFound: (words: string) => `We found no message for “${words}”.`,
  onPhone: 'Without a network we search the messages that are on this device.',
  nothing: {
    inbox: {
      title: 'All done',
      text: 'New messages appear here. What you have put away is in the archive.',
    },
    starred: {
      title: 'Nothing starred',
      text: 'Tap the star of a message to find it here again quickly.',
    },
    archive: {
      title: 'The archive is empty',
      text: 'Put here what you no longer need. Nothing is deleted by that.',
    },
  },
  readAll: 'Mark all as read',
  allRead: 'All are marked as read',
  star: 'Star',
  unstar: 'Remove star',
  archive: 'Put into the archive',
  archived: 'Put into the archive',
  back: 'Back to the inbox',
  reason: {
    case: 'You get this because you are part of this case.',
    document: 'You get this because there is a document with an expiry date in your vault.',
    security: 'You get this because it is about the security of your account.',
    export: 'You get this because you asked for your data.',
    mandate: 'You get this because somebody acts or is to act for you or your business.',
    unused: 'You get this because your account has not been used for a long time.',
  },
  change: 'Settings',
};
