import { maxFolderName } from './limits.ts';

/** Signs that nobody sees and that break a line or turn its direction: a name with them could pass for another. */
const unseen = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A folder's name as it is kept: without unseen signs, with single spaces. May be empty. */
export const folderName = (typed: string): string =>
  typed.replace(unseen, ' ').replace(/\s+/g, ' ').trim().slice(0, maxFolderName).trim();

/** The same name for a person, although typed another way. */
export const isSameFolderName = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
