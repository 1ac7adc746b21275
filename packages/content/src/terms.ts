import type { Language } from '@jena/shared/kernel';

// Words that tell nothing about what a person looks for.
const stopWords: Record<Language, ReadonlySet<string>> = {
  de: new Set(
    'ich du er wir mein meine meinen meinem meiner mich mir man der die das den dem des ein eine einen einem einer und oder ist sind war bin hat habe haben in im an am auf aus bei beim mit nach von vom zu zum zur fur wo wie was wann wer welche welches muss kann darf soll will mochte brauche brauch bekomme gibt es nicht noch bitte so als'.split(
      ' ',
    ),
  ),
  en: new Set(
    'i my me we our you your the a an and or is are was am have has had in on at to of for from with by do does did can must may should want need would like where how what when who which it this that please there get got into'.split(
      ' ',
    ),
  ),
};

const endings: Record<Language, readonly string[]> = {
  de: ['ungen', 'ung', 'innen', 'ern', 'en', 'er', 'es', 'em', 'e', 'n', 's'],
  en: ['ations', 'ation', 'ings', 'ing', 'ies', 'ed', 'es', 'er', 's', 'e', 'y'],
};

/** One spelling for all: small letters, no umlauts, and ae, oe, ue read as the umlauts they stand for. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/(?<![aeq])ue|ae|oe/g, (pair) => pair.charAt(0))
    .replace(/[’']/g, '');
}

/** The words of a text, folded; numbers count, single letters do not. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

/** What a person looks for: the words without the small ones, unless there are only small ones. */
export function meaningfulWords(text: string, language: Language): string[] {
  const all = words(text);
  const meaningful = all.filter((word) => !stopWords[language].has(word));
  return meaningful.length > 0 ? meaningful : all;
}

/** Cuts endings of plural, case and verb, so that „Anmeldung“, „anmelden“ and „angemeldet“ come close. */
export function stem(word: string, language: Language): string {
  const ending = endings[language].find((end) => word.endsWith(end) && word.length - end.length >= 4);
  return ending ? word.slice(0, -ending.length) : word;
}

/** The known beginning and end of a long word whose other half is unknown: „Hochzeitstermin“ tells of a wedding. */
export function knownEnds(word: string, known: ReadonlySet<string>, language: Language): string[] {
  const cuts = Array.from({ length: Math.max(0, word.length - 7) }, (_, index) => index + 4);
  const isKnown = (part: string) => part.length >= 5 && known.has(stem(part, language));
  const tail = cuts.map((cut) => word.slice(cut)).find(isKnown);
  const head = cuts.map((cut) => word.slice(0, word.length - cut).replace(/s$/, '')).find(isKnown);
  return [head, tail].flatMap((part) => (part === undefined ? [] : [stem(part, language)]));
}

/**
 * The known words that a compound is made of, e.g. „Hundesteuermarke“: hund, steuer, mark. Empty when it is none.
 * `known` are stems; a letter s may join the parts.
 */
export function compoundParts(word: string, known: ReadonlySet<string>, language: Language): string[] {
  const isKnown = (part: string) => known.has(part) || known.has(stem(part, language));
  const split = (rest: string): string[] | null => {
    for (let cut = rest.length - 3; cut >= 3; cut--) {
      const head = rest.slice(0, cut);
      const plain = head.endsWith('s') ? head.slice(0, -1) : head;
      const known = isKnown(head) ? head : plain.length >= 4 && isKnown(plain) ? plain : null;
      if (known === null || (known.length < 4 && rest.length - cut < 4)) continue;
      const tail = rest.slice(cut);
      if (tail.length >= 4 && isKnown(tail)) return [known, tail];
      const more = tail.length >= 7 ? split(tail) : null;
      if (more) return [known, ...more];
    }
    return null;
  };
  return (split(word) ?? []).map((part) => stem(part, language));
}
