import type { AssistantCopy } from './copy.de.ts';

export const copy: AssistantCopy = {
  title: 'How can I help?',
  lead: 'I am Hanfried, and I know my way around the city’s offices.',
  choices: 'Suggestions',
  move: 'I have moved',
  newcomer: 'I am new in Jena',
  cases: 'How is my application doing?',
  search: 'Search for something else',
  off: 'Switch this greeting off',
};
