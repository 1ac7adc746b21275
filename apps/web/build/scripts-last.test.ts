import { expect, it } from 'vitest';
import { scriptsLast, startScript } from './scripts-last.ts';

const page = scriptsLast(
  '<head><link rel="modulepreload" href="/assets/page.js"><script type="module" crossorigin src="/assets/main.js"></script>' +
    '<link rel="modulepreload" crossorigin href="/assets/react.js"></head><body><h1>Start</h1></body>',
);

it('asks for no script before the words stand', () => {
  expect(page).not.toContain('rel="modulepreload"');
  expect(page).not.toContain('type="module"');
  expect(page.indexOf('<h1>')).toBeLessThan(page.indexOf('data-later'));
});

it('names all scripts after the words, the one that starts first', () => {
  expect([...page.matchAll(/data-later[^>]*href="([^"]+)"/g)].map(([, file]) => file)).toEqual([
    '/assets/main.js',
    '/assets/page.js',
    '/assets/react.js',
  ]);
  expect(page.endsWith(`<script>${startScript}</script></body>`)).toBe(true);
});

it('fails the build where a page has lost its script', () => {
  expect(() => scriptsLast('<head></head><body></body>')).toThrow('without its script');
});
