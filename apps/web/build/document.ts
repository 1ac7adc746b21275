import { ownFontScript } from '../src/lib/own-font.ts';

/** What goes into the template of a page. */
export type DocumentParts = {
  language: string;
  dir: 'ltr' | 'rtl';
  title: string;
  description: string | undefined;
  robots: 'index' | 'noindex';
  scripts: string[];
  styles: string[];
  html: string;
  data: string;
};

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Fills the built `index.html` with one page. */
export function fillDocument(template: string, parts: DocumentParts): string {
  const head = [
    `<script>${ownFontScript}</script>`,
    `<title>${escapeText(parts.title)}</title>`,
    parts.description && `<meta name="description" content="${escapeText(parts.description)}">`,
    parts.robots === 'noindex' && '<meta name="robots" content="noindex">',
    ...parts.styles.map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...parts.scripts.map((file) => `<link rel="modulepreload" href="/${file}">`),
  ];
  return template
    .replace('<html lang="de" dir="ltr">', `<html lang="${parts.language}" dir="${parts.dir}">`)
    .replace('<!--head-->', () => head.filter(Boolean).join('\n    '))
    .replace('<!--app-->', () => parts.html)
    .replace('<!--data-->', () => parts.data);
}
