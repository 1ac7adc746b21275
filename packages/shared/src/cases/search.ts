import { codeAsMeant, codeSigns } from '../kernel/codes.ts';
import { plainName } from '../kernel/names.ts';

/** More words than these are no name; a search of fewer is quicker. */
export const mostSearchWords = 8;

const written: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE' };

/**
 * The words of a name as they are found again: 'Müller-Lüdenscheidt' and 'MUELLER LUEDENSCHEIDT' have the same two, and
 * 'José' is found as 'Jose'.
 */
export function searchWords(name: string): string[] {
  const plain = plainName(name)
    .replace(/[ÄÖÜ]/g, (letter) => written[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))].slice(0, mostSearchWords);
}

/** The number of a case as it was typed, with or without its J and its dashes; undefined when it cannot be one. */
export function readCaseNumber(typed: string): string | undefined {
  const signs = codeAsMeant(typed).replace(/[\s–-]/g, '');
  const code = signs.length === 9 && signs.startsWith('J') ? signs.slice(1) : signs;
  if (code.length !== 8 || ![...code].every((sign) => codeSigns.includes(sign))) return undefined;
  return `J-${code.slice(0, 4)}-${code.slice(4)}`;
}
