import type { copy as german } from './evidence.copy.de.ts';

export const copy: typeof german = {
  label: 'Your documents',
  have: (have, total) =>
    have === total
      ? total === 1
        ? 'You have the document in your vault already.'
        : `You have all ${total} documents in your vault.`
      : `You have ${have} of ${total} documents in your vault.`,
  missing: 'Still missing:',
  add: 'Add',
  addOf: (text) => `Add to the vault: ${text}`,
  conditions: 'This counts what everyone needs and what can be photographed.',
};
