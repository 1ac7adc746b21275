import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One heading of the first order, a title, and nothing that axe finds, by day and by night. `what` names the screen. */
export async function assertReadable(page: Page, what: string): Promise<void> {
  await expect.soft(page.getByRole('heading', { level: 1 }), `${what}: one h1`).toHaveCount(1);
  expect.soft(await page.title(), `${what}: title`).not.toBe('');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await atRest(page);
    // In the page itself: there are no frames of others, for which the checks would go on in a second page.
    const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
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
  const overflow = () => page.evaluate(sticksOut);
  await assertNothingSticksOut(page, `${what} at 320 px`);
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

/** No words lie beyond the edges of the window as it is. */
export async function assertNothingSticksOut(page: Page, what: string): Promise<void> {
  expect.soft(await page.evaluate(sticksOut), what).toEqual([]);
}

/** Colours and sizes have stopped changing. */
function atRest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations === 1);
    await Promise.race([
      Promise.allSettled(moving.map((one) => one.finished)),
      new Promise((done) => setTimeout(done, 2000)),
    ]);
    await frame();
  });
}

/** Runs in the page: words that lie beyond its edges, also where something cuts it off; a table may scroll in its own box. */
function sticksOut(): string[] {
  const room = document.documentElement.clientWidth;
  const beyond = (words: Node) => {
    const range = document.createRange();
    range.selectNodeContents(words);
    return [...range.getClientRects()].some(
      ({ left, right, width, height }) => width > 1 && height > 1 && (right > room + 1 || left < -1),
    );
  };
  const scrollsItself = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { overflowX, position, clipPath } = getComputedStyle(at);
      if (overflowX === 'auto' || overflowX === 'scroll') return true;
      if (position === 'absolute' && clipPath !== 'none') return true;
    }
    return false;
  };
  // What is folded has no size of its own before it opens.
  const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
  for (const details of folded) details.open = true;
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && found.length < 5) {
    const { currentNode: words } = walker;
    const element = words.parentElement;
    if (element && beyond(words) && !scrollsItself(element))
      found.push(`${element.tagName}.${element.className}: ${words.textContent?.slice(0, 40)}`);
  }
  for (const details of folded) details.open = false;
  return found;
}
