import { cityTime, newId } from '@jena/shared/kernel';
import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../platform/db/store.ts';
import { testClock } from '../../platform/testing/clock.ts';
import { testContext } from '../../platform/testing/context.ts';
import { createCallerFactory } from '../../platform/trpc.ts';
import { createServices, createServicesRouter, type Services, servicesRoutes } from './index.ts';

let services: Services;
beforeAll(() => {
  services = createServices();
});

const ask = (now: string) =>
  createCallerFactory(createServicesRouter({ services }))(
    testContext({} as Store, { clock: testClock(now), newId }),
  );

describe('the catalogue on the server', () => {
  it('finds a service by its slug and knows nothing else', () => {
    expect(services.serviceBySlug('wohnsitz-anmelden')?.officeIds).toContain('buergerservice');
    expect(services.serviceBySlug('../../etc/passwd')).toBeUndefined();
    expect(services.serviceBySlug('__proto__')).toBeUndefined();
    expect(services.formBySlug('gibt-es-nicht')).toBeUndefined();
  });

  it('names an office in both languages', () => {
    expect(services.officeName('buergerservice', 'de')).toBe('Bürgerservice Jena');
    expect(services.officeName('buergerservice', 'en')).toBe('Citizens’ Service Jena');
    expect(services.officeName('nowhere', 'de')).toBeUndefined();
  });

  it('speaks one language when asked to', () => {
    const german = services.in('de').service('wohnsitz-anmelden');
    expect(german?.title).toBe(services.serviceBySlug('wohnsitz-anmelden')?.title.de);
    expect(german?.keywords.every((word) => typeof word === 'string')).toBe(true);
    expect(services.in('en').service('wohnsitz-anmelden')?.title).not.toBe(german?.title);
    expect(services.in('en').form('gibt-es-nicht')).toBeUndefined();
  });

  it('gives the form engine streets and countries as codes', () => {
    expect(services.codeLists.streets.size).toBeGreaterThan(100);
    expect(services.codeLists.countries.has('DE')).toBe(true);
    expect(services.codeLists.countries.has('DD')).toBe(false);
  });
});

describe('services.openState', () => {
  it('says until when an office is open, by the clock of Jena', async () => {
    // Tuesday 24 November 2026, 10:00 in Jena
    expect(await ask('2026-11-24T09:00:00.000Z').openState({ officeId: 'buergerservice' })).toEqual({
      state: 'open',
      closesAt: '18:00',
    });
  });

  it('says when a closed office opens next', async () => {
    const saturday = '2026-11-28T09:00:00.000Z';
    expect(cityTime(new Date(saturday)).day).toBe('2026-11-28');
    expect(await ask(saturday).openState({ officeId: 'buergerservice' })).toEqual({
      state: 'closed',
      opensAt: { day: '2026-11-30', clock: '08:30' },
    });
  });

  it('refuses an office that does not exist', async () => {
    const asked = ask('2026-11-24T09:00:00.000Z').openState({ officeId: 'nowhere' });
    await expect(asked).rejects.toMatchObject({ cause: { code: 'services.office_unknown' } });
  });
});

describe('robots.txt', () => {
  it('keeps personal places out in every language and names the sitemap', async () => {
    const app = new Hono();
    servicesRoutes(app, { publicOrigin: 'https://service.example' });
    const answer = await app.request('/robots.txt');
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('Disallow: /konto\n');
    expect(text).toContain('Disallow: /*/konto\n');
    expect(text).toContain('Sitemap: https://service.example/sitemap.xml\n');
    expect(text).not.toMatch(/Disallow: \/\n/);
  });
});
