import type { BrowserContext } from '@playwright/test';
import { phone } from '../support/devices.ts';
import { expect, test } from '../support/test.ts';

const pages = [
  '/',
  '/dienste?suche=wohnsitz',
  '/dienste/wohnsitz-anmelden',
  '/dienste/wohnsitz-anmelden/antrag',
  '/dienste/wohnsitz-anmelden/antrag/pruefen',
  '/stellen/buergerservice',
  '/neu-in-jena/erster-monat',
  '/transparenz',
  '/anmelden',
  '/konto',
  '/konto/tresor',
  '/vorgaenge',
  '/gibt-es-nicht',
  '/en',
  '/en/dienste/wohnsitz-anmelden',
  '/amt',
];

/** What pages of the context broke of their policy, as the browser says it. */
async function listen(context: BrowserContext): Promise<string[]> {
  const broken: string[] = [];
  await context.exposeBinding('policyBroken', (_source, what: string) => broken.push(what));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const { effectiveDirective, blockedURI, disposition } = event;
      const tell = Reflect.get(window, 'policyBroken') as (what: string) => void;
      tell(`${location.pathname}: ${effectiveDirective} ${blockedURI} (${disposition})`);
    });
  });
  return broken;
}

test('no page breaks the policy while it only reports, none once it is enforced, and what breaks it does not run', async ({
  browser,
  shared,
}) => {
  test.slow();
  // A service worker would answer itself, and its answers cannot be changed here.
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' });
  const broken = await listen(context);
  const page = await context.newPage();
  const visit = async () => {
    for (const path of pages) {
      await page.goto(shared.origin + path, { waitUntil: 'domcontentloaded' });
      await expect(page.getByRole('heading').first()).toBeVisible();
    }
  };

  await test.step('only reported', async () => {
    const asked: string[] = [];
    await context.route('**/*', async (route) => {
      if (route.request().resourceType() !== 'document') return route.continue();
      const response = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = response.headers();
      asked.push(policy);
      const onlyReported = { ...headers, 'content-security-policy-report-only': policy };
      return route.fulfill({ response, headers: onlyReported });
    });
    await visit();
    expect(asked.length).toBe(pages.length);
    expect(asked.filter((policy) => !policy.startsWith("default-src 'none'; script-src 'self'"))).toEqual([]);
    expect(broken).toEqual([]);
    await context.unrouteAll({ behavior: 'wait' });
  });

  await test.step('enforced', async () => {
    await visit();
    expect(broken).toEqual([]);
  });

  await test.step('a foreign script and a foreign picture', async () => {
    await page.goto(`${shared.origin}/impressum`);
    const outcome = await page.evaluate(() => {
      const picture = document.createElement('img');
      picture.src = 'https://evil.example/x.png';
      const frame = document.createElement('iframe');
      frame.src = 'https://evil.example/';
      document.body.append(picture, frame);
      try {
        const script = document.createElement('script');
        script.textContent = 'window.hacked = true';
        document.body.append(script);
        return Reflect.get(window, 'hacked') === true ? 'it ran' : 'nothing';
      } catch (error) {
        return String(error);
      }
    });
    expect(outcome).toContain('TrustedScript');
    for (const directive of ['img-src', 'frame-src', 'require-trusted-types-for'])
      await expect.poll(() => broken.filter((what) => what.includes(directive))).not.toEqual([]);
  });
  await context.close();
});
