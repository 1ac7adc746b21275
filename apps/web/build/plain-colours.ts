import type { Plugin } from 'vite';

const wideColours = /@supports \(color:lab\(0% 0 0\)\)\{/g;

/**
 * Takes the wide-gamut twins of our colours out of a stylesheet. Ours are all within sRGB, so they look the same, and
 * every page carries its styles inside: each colour once is 15 % less, and old phones keep theirs.
 */
export function plainColours(css: string): string {
  let plain = '';
  let from = 0;
  for (const found of css.matchAll(wideColours)) {
    if (found.index < from) continue;
    let depth = 1;
    let end = found.index + found[0].length;
    for (; depth > 0 && end < css.length; end++) {
      if (css[end] === '{') depth += 1;
      if (css[end] === '}') depth -= 1;
    }
    plain += css.slice(from, found.index);
    from = end;
  }
  return plain + css.slice(from);
}

/** The same for every stylesheet of a build. */
export function plainColoursPlugin(): Plugin {
  return {
    name: 'jena:plain-colours',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.css')) continue;
        file.source = plainColours(String(file.source));
      }
    },
  };
}
