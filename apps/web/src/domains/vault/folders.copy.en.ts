import type { copy as german } from './folders.copy.de.ts';

export const copy: typeof german = {
  add: 'New folder',
  change: 'Change',
  changeOf: (name) => `Change the folder “${name}”`,
  nameLabel: 'Name of the folder',
  nameHint: 'For example “Moving house” or “Allotment”. Only you can read it.',
  nameMissing: 'Give the folder a name.',
  nameTaken: (name) => `There is a folder “${name}” already.`,
  addTitle: 'New folder',
  create: 'Create',
  creating: 'Creating …',
  created: (name) => `The folder “${name}” has been created.`,
  changeTitle: 'Change folder',
  rename: 'Save name',
  renaming: 'Saving …',
  renamed: (name) => `The folder is now called “${name}”.`,
  remove: 'Delete folder',
  removeNote: (count) =>
    count === 0
      ? 'This folder is empty.'
      : count === 1
        ? 'The document in it stays in your vault. You will find it by its topic again.'
        : `The ${count} documents in it stay in your vault. You will find them by their topic again.`,
  removed: (name) => `The folder “${name}” has been deleted.`,
  restored: (name) => `The folder “${name}” is back.`,
  empty: 'Still empty. Open a document and move it here.',
  move: 'Move',
  moveTitle: 'Where should it go?',
  moveLabel: 'Folder',
  byTopic: (topic) => `${topic} (by topic)`,
  newOne: 'Into a new folder',
  moving: 'Moving …',
  moved: (folder) => `Now in “${folder}”.`,
  cancel: 'Cancel',
  needsNetwork: 'You need a network for this.',
};
