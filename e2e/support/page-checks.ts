import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One heading of the first order, a title, and nothing that axe finds, by day and by night. `what` names the screen. */
export async function assertReadable(page: Page, what: string): Promise<void> {
  await expect.soft(page.getByRole('heading', { level: 1 }), `${what}: one h1`).toHaveCount(1);
  expect.soft(await page.title(), `${what}: title`).not.toBe('');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const builder = new AxeBuilder({ page });
    const { violations } = await (colorScheme === 'light'
      ? builder.withTags(rules)
      : builder.withRules(['color-contrast'])
    ).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
    expect.soft(found, `${what}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Nothing sticks out sideways: on the narrowest phone, with text of double size, and read from right to left. */
export async function assertFits(page: Page, what: string): Promise<void> {
  const overflow = () =>
    page.evaluate(() => {
      const room = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= room) return [];
      return [...document.querySelectorAll('body *')]
        .filter((element) => {
          const { left, right } = element.getBoundingClientRect();
          return right > room + 1 || left < -1;
        })
        .slice(0, 5)
        .map((element) => `${element.tagName}.${element.className}`);
    });
  expect.soft(await overflow(), `${what} at 320 px`).toEqual([]);
  await page.evaluate(() => {
    document.dir = 'rtl';
  });
  expect.soft(await overflow(), `${what} at 320 px, right to left`).toEqual([]);
  await page.evaluate(() => {
    document.dir = 'ltr';
    document.documentElement.style.fontSize = '200%';
  });
  expect.soft(await overflow(), `${what} at 320 px, text of 200 %`).toEqual([]);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '';
  });
}
