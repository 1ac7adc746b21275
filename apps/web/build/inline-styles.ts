import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const stylesheet = /\s*<link rel="stylesheet"[^>]*href="\/([^"]+\.css)"[^>]*>/g;

/**
 * Puts a page's styles into the page and lets its scripts travel after everything that is seen: the words stand as soon
 * as the page itself is there, one round trip earlier. The links stay, disabled, so that the app does not fetch
 * what the page already brought; the service worker puts the files on the phone later.
 */
export function inlineStyles(html: string, dist: string): string {
  const files = [...html.matchAll(stylesheet)].map(([, file = '']) => file);
  const styles = files.map((file) => readFileSync(join(dist, file), 'utf8').trim()).join('');
  const links = files.map((file) => `<link rel="stylesheet" href="/${file}" disabled>`).join('');
  return html
    .replace(stylesheet, '')
    .replaceAll('<link rel="modulepreload"', '<link rel="modulepreload" fetchpriority="low"')
    .replaceAll('<script type="module"', '<script type="module" fetchpriority="low"')
    .replace('</head>', () => `<style>${styles}</style>${links}</head>`);
}
