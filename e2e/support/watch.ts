import { type BrowserContext, type ConsoleMessage, expect, type Page } from '@playwright/test';

/** A missing network is part of many journeys; the browser notes each request that failed for it. */
const withoutNetwork =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_RESET|CONNECTION_REFUSED|INCOMPLETE_CHUNKED_ENCODING|NETWORK_CHANGED|FAILED|ABORTED)/;

/** Listens to everything that must never happen on a page. */
export type Watch = {
  /** A refusal that this journey provokes on purpose, e.g. /status of 401/. */
  expectErrors(...patterns: RegExp[]): void;
  /** Fails when a page complained: script errors, console errors, violations of the content security policy. */
  assertQuiet(): void;
};

/** Watches every page of the product in a browser; what the sandbox's own pages say is not ours. */
export function watch(context: BrowserContext, origin: string): Watch {
  const complaints: string[] = [];
  const expected: RegExp[] = [withoutNetwork];

  const hear = (page: Page) => {
    page.on('pageerror', (error) => complaints.push(`${where(page)} threw ${error.stack ?? error.message}`));
  };
  context.pages().forEach(hear);
  context.on('page', hear);
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() !== 'error' || isElsewhere(message.page(), origin)) return;
    const { url } = message.location();
    complaints.push(`${where(message.page())} said ${message.text()} (${url})`);
  });
  return {
    expectErrors: (...patterns) => void expected.push(...patterns),
    assertQuiet: () => {
      const unexpected = complaints.filter((text) => !expected.some((pattern) => pattern.test(text)));
      expect(unexpected, 'what the pages complained about').toEqual([]);
    },
  };
}

function isElsewhere(page: Page | null, origin: string): boolean {
  return page !== null && new URL(page.url()).origin !== origin;
}

function where(page: Page | null): string {
  return page ? new URL(page.url(), 'about:blank').pathname : 'a worker';
}
