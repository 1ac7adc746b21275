import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { inlineStyles } from './inline-styles.ts';

const dist = mkdtempSync(join(tmpdir(), 'jena-styles-'));
mkdirSync(join(dist, 'assets'));
writeFileSync(join(dist, 'assets/a.css'), 'a{color:red}\n');
writeFileSync(join(dist, 'assets/b.css'), 'b{content:"$&"}');
afterAll(() => rmSync(dist, { recursive: true }));

const page = inlineStyles(
  '<head><link rel="stylesheet" href="/assets/a.css"><script type="module" src="/m.js"></script><link rel="stylesheet" crossorigin href="/assets/b.css"></head>',
  dist,
);

it('brings the styles along in the order of their links, letter by letter', () => {
  expect(page).toContain('<style>a{color:red}b{content:"$&"}</style>');
});

it('keeps every link, disabled, so that the app fetches no style twice', () => {
  expect(page.match(/<link rel="stylesheet" href="\/assets\/[ab]\.css" disabled>/g)).toHaveLength(2);
  expect(page.match(/rel="stylesheet"/g)).toHaveLength(2);
});

it('lets scripts travel last', () => {
  expect(page).toContain('<script type="module" fetchpriority="low" src="/m.js">');
});
