import { assertFits, assertReadable } from '../support/page-checks.ts';
import { test } from '../support/test.ts';

test.describe('the checks themselves', () => {
  test('notice a picture without words', async ({ citizen }) => {
    test.fail();
    await citizen.opens('/impressum');
    await citizen.page.evaluate(() => document.body.append(document.createElement('img')));
    await assertReadable(citizen.page, 'a spoilt page');
  });

  test('notice a line that sticks out', async ({ browser, shared }) => {
    test.fail();
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await page.goto(`${shared.origin}/impressum`);
    await page.evaluate(() => {
      const line = document.createElement('p');
      line.textContent = 'x'.repeat(200);
      line.style.overflowWrap = 'normal';
      // Outside of what the app draws: hydration would take it away.
      document.body.append(line);
    });
    await assertFits(page, 'a spoilt page');
  });

  test('notice what a page complains about', async ({ citizen }) => {
    test.fail();
    await citizen.opens('/impressum');
    await citizen.page.evaluate(() => console.error('broken'));
    citizen.watched.assertQuiet();
  });
});
