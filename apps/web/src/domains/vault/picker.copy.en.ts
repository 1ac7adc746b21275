import type { copy as german } from './picker.copy.de.ts';

export const copy: typeof german = {
  title: 'Choose from the vault',
  list: 'Documents in the vault',
  empty: 'There is nothing in your vault yet that you could use here.',
  unavailable: 'Your vault cannot be loaded right now. Photograph the document or try again in a moment.',
};
