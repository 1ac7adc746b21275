/**
 * DIN 91379:2022-08, data type A (names of natural persons): the letters and signs that every register in Germany
 * can store. Code points as hexadecimal ranges; letters that Unicode cannot write as one code point are sequences.
 */
const singles = [
  '20 27 2c-2e 41-5a 60-7a 7e a8 b4 b7 c0-d6 d8-f6 f8-17e 187-188 18f 197 1a0-1a1 1af-1b0 1b7',
  '1cd-1dc 1de-1df 1e2-1f0 1f4-1f5 1f8-1ff 212-213 218-21b 21e-21f 227-233 259 268 292 2b9-2ba',
  '2be-2bf 2c8 2cc 1e02-1e03 1e06-1e07 1e0a-1e11 1e17 1e1c-1e2b 1e2f-1e37 1e3a-1e3b 1e40-1e49',
  '1e52-1e5b 1e5e-1e63 1e6a-1e6f 1e80-1e87 1e8c-1e97 1e9e 1ea0-1ef9 2019 2021',
].join(' ');

/** Combining marks → the letters that may carry them. The norm lists sequences one by one, not every mark on every letter. */
const sequences: Record<string, string> = {
  '\u0328\u0306': 'Cc',
  '\u035fH': 'K',
  '\u035fh': 'Kk',
  '\u0325\u0304': 'LRlr',
  '\u031b\u0304': 'Ss',
  '\u030b': 'Aa',
  '\u0300': 'CFGKMPSTZcfgkmpstz',
  '\u0304': 'CFHKNPSTZcfhknpstzÛûḲḳṢṣṬṭỤụ',
  '\u0306': 'CMNRZcmnrzÇç',
  '\u0308': 'CTZczẠạỌọỤụ',
  '\u0315': 'CKPTckptČč',
  '\u0323': 'CPcpČč',
  '\u0326': 'CHKLNchklnŽž',
  '\u0302': 'DKLMNdklmn',
  '\u0331': 'HSs',
  '\u0301': 'JjÿĪī',
  '\u030c': 'J',
  '\u0307': 'KUku',
  '\u031b': 'KTkt',
  '\u0325': 'LRlr',
  '\u0310': 'Mm',
  '\u0327': 'ZzŽž',
  '\u030d': 'ēō',
};

function buildPattern(): RegExp {
  const hex = (code: string) => `\\u{${code}}`;
  const classes = singles
    .split(' ')
    .map((range) => range.split('-').map(hex).join('-'))
    .join('');
  const withMarks = Object.entries(sequences)
    .sort(([a], [b]) => b.length - a.length)
    .map(([marks, letters]) => `[${letters}]${marks}`);
  return new RegExp(`^(?:${withMarks.join('|')}|[${classes}])*$`, 'u');
}

let pattern: RegExp | undefined;

/** True when a register can store the text as a person's name. Composes accents first (NFC), as the norm asks. */
export function isLatinName(text: string): boolean {
  pattern ??= buildPattern();
  return pattern.test(text.normalize('NFC'));
}

/** The characters of a name that no register can store, each once, for a sentence that names them. */
export function foreignCharacters(text: string): string[] {
  const clusters = [...new Intl.Segmenter('de', { granularity: 'grapheme' }).segment(text.normalize('NFC'))];
  return [...new Set(clusters.map((cluster) => cluster.segment).filter((cluster) => !isLatinName(cluster)))];
}
