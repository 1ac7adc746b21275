import type { BundleName, ContentSource } from '@jena/content';
import { loadBundles } from '@jena/content/server';
import { readyLanguages } from '@jena/shared/kernel';
import { renderToString } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LanguageContext } from '../../lib/copy.ts';
import { loadPage } from '../../lib/load.ts';
import { matchRoute } from '../../lib/match.ts';
import { routes as allRoutes } from '../../routes.tsx';
import { shellCopy } from '../../shell/copy.ts';
import { page as notFoundPage } from '../../shell/not-found.page.tsx';
import { uiCopy } from '../../ui/copy.ts';
import { routes as guides } from '../guides/routes.tsx';
import { routes as services } from './routes.tsx';

const routes = [...services, ...guides];
const notFound = { path: '/404', area: 'start' as const, load: async () => notFoundPage };

describe.each(readyLanguages)('every public page in %s', (language) => {
  const bundles = loadBundles(language);
  const content: ContentSource = { bundle: async (name: BundleName) => bundles[name] as never };

  async function draw(path: string) {
    await Promise.all([uiCopy.load(language), shellCopy.load(language)]);
    const page = await loadPage({ routes, notFound, path, language, content });
    const { Page } = page.module;
    const html = renderToString(
      <LanguageContext value={language}>
        <Page data={page.data} params={page.params} />
      </LanguageContext>,
    );
    const title = page.module.title({ data: page.data, params: page.params, language });
    return { html, title, found: page.found, data: page.data };
  }

  it('reads without JavaScript, with one h1, a title and nothing undefined', async () => {
    const paths = (await Promise.all(routes.map((route) => route.staticPaths?.(content) ?? []))).flat();
    expect(paths.length).toBeGreaterThan(130);
    for (const path of paths) {
      const { html, title, found } = await draw(path);
      expect(found, path).toBe(true);
      expect(html.match(/<h1/g), path).toHaveLength(1);
      expect(title.length, path).toBeGreaterThan(2);
      expect(html, path).not.toMatch(/undefined|\[object/);
    }
  });

  it('leads only to pages that exist', async () => {
    const paths = new Set(
      (await Promise.all(routes.map((route) => route.staticPaths?.(content) ?? []))).flat(),
    );
    const prefix = language === 'de' ? '' : `/${language}`;
    for (const path of paths) {
      const { html } = await draw(path);
      for (const [, href = ''] of html.matchAll(/href="(\/[^"#?]*)/g)) {
        const bare = href.slice(prefix.length) || '/';
        // Personal pages are not prerendered, but they exist.
        const personal =
          /^\/(konto|vorgaenge|postfach|anmelden)(\/|$)/.test(bare) && matchRoute(allRoutes, bare);
        expect(
          paths.has(bare) || personal || /\/(antrag|check)$/.test(bare),
          `${path} → ${href}`,
        ).toBeTruthy();
      }
    }
  });

  it('shows every task of a guide to readers without JavaScript', async () => {
    const { html } = await draw('/neu-in-jena/erster-monat');
    const guide = bundles.guides.guides.find((candidate) => candidate.slug === 'erster-monat');
    expect(guide?.tasks.length).toBeGreaterThan(5);
    for (const id of guide?.tasks ?? []) expect(html).toContain(`id="${id}"`);
  });

  it('says so when an address names nothing', async () => {
    expect((await draw('/dienste/gibt-es-nicht')).found).toBe(false);
    expect((await draw('/neu-in-jena/gibt-es-nicht')).found).toBe(false);
    expect((await draw('/stellen/gibt-es-nicht')).found).toBe(false);
  });

  it('carries little: no page brings more than 12 kB of data', async () => {
    for (const path of [
      '/',
      '/dienste',
      '/dienste/wohnsitz-anmelden',
      '/neu-in-jena',
      '/neu-in-jena/erster-monat',
    ]) {
      const size = JSON.stringify((await draw(path)).data).length;
      expect(size, path).toBeLessThan(path === '/neu-in-jena/erster-monat' ? 24_000 : 16_000);
    }
  });
});
