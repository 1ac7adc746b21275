import { expect, test } from 'vitest';
import { checkHandovers, type HandoverRoute } from './handover.ts';
import { loadContent } from './load.ts';
import { validateContent } from './validate.ts';

const { content } = validateContent(loadContent());
const [route] = content.handovers;

test('cases go on only from services that exist, to offices that exist', () => {
  if (!route) throw new Error('nothing is handed over');
  const check = (change: Partial<HandoverRoute>) =>
    checkHandovers(content.services, content.offices, [{ ...route, ...change }]).map(({ rule }) => rule);
  expect(check({})).toEqual([]);
  expect(check({ service: 'parken' })).toEqual(['missing-form']);
  expect(check({ officeId: 'nirgends' })).toEqual(['missing-office']);
});
