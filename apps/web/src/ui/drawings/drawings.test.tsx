import { loadBundles } from '@jena/content/server';
import { expect, it } from 'vitest';
import { commonDrawings } from './common.tsx';
import { moreDrawings } from './more.tsx';

it('every life situation of the catalogue has its own drawing', () => {
  const drawn = new Set(Object.keys({ ...commonDrawings, ...moreDrawings }));
  const missing = Object.keys(loadBundles('de').services.lifeEvents).filter((code) => !drawn.has(code));
  expect(missing).toEqual([]);
});
