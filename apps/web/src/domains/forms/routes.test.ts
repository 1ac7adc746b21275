import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { matchRoute } from '../../lib/match.ts';
import { bundleSlugs, routes } from './routes.tsx';

test('every bundle of the catalogue has its overview', () => {
  const folder = `${import.meta.dirname}/../../../../../packages/content/data/bundles`;
  expect(bundleSlugs).toEqual(readdirSync(folder).map((file) => basename(file, '.json')));
  expect(matchRoute(routes, '/dienste/umzug/antrag')?.params).toEqual({ slug: 'umzug' });
  expect(matchRoute(routes, '/dienste/hund-anmelden/antrag')?.params).toEqual({ slug: 'hund-anmelden' });
});
