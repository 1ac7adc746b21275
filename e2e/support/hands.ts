import { expect, type Locator, type Page } from '@playwright/test';

/** How a person works a page. */
export interface Hands {
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
  /** A radio button or a checkbox. */
  check(target: Locator): Promise<void>;
  pick(target: Locator, label: string): Promise<void>;
}

/** Fingers on glass. */
export const fingers: Hands = {
  press: (target) => target.click(),
  type: (target, text) => target.fill(text),
  check: (target) => target.check(),
  pick: async (target, label) => {
    await target.selectOption({ label });
  },
};

const farthest = 120;

/** A keyboard and nothing else: whatever cannot be reached by Tab does not exist. */
export class Keyboard implements Hands {
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(target: Locator): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  }

  async type(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.type(text);
  }

  async check(target: Locator): Promise<void> {
    await target.waitFor();
    const kind = await target.getAttribute('type');
    if (kind === 'checkbox') {
      await this.reach(target);
      await this.page.keyboard.press('Space');
    } else {
      await this.reachGroup(await target.getAttribute('name'));
      await this.page.keyboard.press('Space');
      for (let step = 0; step < 20 && !(await target.isChecked()); step += 1) {
        await this.page.keyboard.press('ArrowDown');
      }
    }
    await expect(target).toBeChecked();
  }

  async pick(target: Locator, label: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.type(label.slice(0, 8).trimEnd());
    await expect(target.getByRole('option', { selected: true })).toHaveText(label);
  }

  private async reach(target: Locator): Promise<void> {
    await target.waitFor();
    for (let step = 0; step < farthest; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach ${target}`);
  }

  /** Radio buttons of a question are one stop; which of them takes the focus is the browser's business. */
  private async reachGroup(name: string | null): Promise<void> {
    for (let step = 0; step < farthest; step += 1) {
      if ((await this.page.evaluate(() => document.activeElement?.getAttribute('name'))) === name) return;
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`the keyboard does not reach the question ${name}`);
  }
}
