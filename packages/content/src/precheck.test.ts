import { precheckStep, precheckWays } from '@jena/shared/forms';
import type { Day } from '@jena/shared/kernel';
import { describe, expect, test } from 'vitest';
import { loadContent } from './load.ts';
import { parseContent } from './parse.ts';
import { checkPrechecks } from './validate-precheck.ts';

const { content } = parseContent(loadContent());
const rules = (change: (precheck: Record<string, unknown>) => void): string[] => {
  const services = structuredClone(content.services);
  const dog = services.find(({ slug }) => slug === 'hund-anmelden');
  change(dog?.precheck as unknown as Record<string, unknown>);
  return checkPrechecks(services, content.forms).map(({ rule }) => rule);
};

describe('the pre-checks of the catalogue', () => {
  test('are sound', () => {
    expect(checkPrechecks(content.services, content.forms)).toEqual([]);
  });

  test('help with at least twenty services, each of which also says no or leads elsewhere or tells cases apart', () => {
    const checked = content.services.filter(({ precheck }) => precheck !== undefined);
    expect(checked.length).toBeGreaterThanOrEqual(20);
    for (const { precheck } of checked) expect(precheck?.results.length).toBeGreaterThan(1);
  });

  test('end after at most three answers, whatever is answered', () => {
    for (const { precheck } of content.services) {
      if (!precheck) continue;
      for (const way of precheckWays(precheck, '2026-01-01' as Day)) {
        expect(Object.keys(way).length).toBeLessThanOrEqual(3);
        expect(precheckStep(precheck, way, '2026-01-01' as Day).kind).toBe('result');
      }
    }
  });
});

describe('the check of pre-checks', () => {
  test('finds a way that ends nowhere', () => {
    expect(rules((precheck) => (precheck['results'] as unknown[]).pop())).toContain('precheck-no-result');
  });
  test('finds a result that nobody sees', () => {
    expect(
      rules((precheck) =>
        (precheck['results'] as unknown[]).push({ id: 'nie', fits: true, text: { de: 'a', en: 'b' } }),
      ),
    ).toContain('precheck-never-reached');
  });
  test('finds a link that leads nowhere', () => {
    expect(
      rules((precheck) => Object.assign((precheck['results'] as object[])[0] ?? {}, { service: 'katze' })),
    ).toContain('precheck-unknown-service');
  });
  test('finds an answer that the form does not know', () => {
    expect(
      rules((precheck) => {
        const [first] = precheck['questions'] as { options: object[] }[];
        Object.assign(first?.options[0] ?? {}, { fills: { ermaessigung: 'vielleicht' } });
      }),
    ).toContain('precheck-unknown-answer');
  });
});
