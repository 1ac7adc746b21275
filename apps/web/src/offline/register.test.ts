import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { patience } from './register.ts';

class FakeWorker extends EventTarget {
  state = 'installing';
  postMessage = vi.fn();
  becomes(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** A browser with one registration, as far as `register.ts` uses it. */
function browser({ controlled = true } = {}) {
  const registration = Object.assign(new EventTarget(), {
    waiting: null as FakeWorker | null,
    installing: null as FakeWorker | null,
    update: vi.fn(async () => undefined),
  });
  const container = Object.assign(new EventTarget(), {
    controller: controlled ? {} : null,
    startMessages: vi.fn(),
    register: vi.fn(async () => registration),
  });
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const reload = vi.fn();
  vi.stubGlobal('navigator', { serviceWorker: container });
  vi.stubGlobal('document', page);
  vi.stubGlobal('location', { reload, href: 'https://jena.example/', origin: 'https://jena.example' });
  const news = { onUpdate: vi.fn(), onNavigate: vi.fn(), onPushed: vi.fn(), onPushChanged: vi.fn() };
  return { registration, container, page, reload, news };
}

let stop: () => void = () => undefined;
let registerServiceWorker: typeof import('./register.ts').registerServiceWorker;
let holdUpdates: typeof import('./register.ts').holdUpdates;
beforeEach(async () => {
  stop = () => undefined;
  vi.useFakeTimers();
  // Each test is a page of its own: what one holds or waits for ends with it.
  vi.resetModules();
  ({ registerServiceWorker, holdUpdates } = await import('./register.ts'));
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('an update', () => {
  test('is offered, and nothing happens until the person accepts', async () => {
    const { registration, news, reload } = browser();
    stop = await registerServiceWorker(news);
    const worker = new FakeWorker();
    registration.installing = worker;
    registration.dispatchEvent(new Event('updatefound'));
    expect(news.onUpdate).not.toHaveBeenCalled();
    worker.becomes('installed');
    expect(news.onUpdate).toHaveBeenCalledOnce();
    expect(worker.postMessage).not.toHaveBeenCalled();
    news.onUpdate.mock.calls[0]?.[0]();
    expect(worker.postMessage).toHaveBeenCalledWith({ type: 'SKIP_WAITING' });
    expect(reload).not.toHaveBeenCalled();
  });

  test('that waited since the last visit is offered at once', async () => {
    const { registration, news } = browser();
    registration.waiting = new FakeWorker();
    stop = await registerServiceWorker(news);
    expect(news.onUpdate).toHaveBeenCalledOnce();
  });

  test('accepted in another window does not reload a window with an open form until it is closed', async () => {
    const { container, news, reload } = browser();
    stop = await registerServiceWorker(news);
    const release = holdUpdates();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).not.toHaveBeenCalled();
    release();
    release();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('accepted elsewhere and then here, in front of the form that it waited for, is taken at once', async () => {
    const { registration, container, news, reload } = browser();
    registration.waiting = new FakeWorker();
    stop = await registerServiceWorker(news);
    const release = holdUpdates();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).not.toHaveBeenCalled();
    news.onUpdate.mock.calls[0]?.[0]();
    expect(reload).toHaveBeenCalledOnce();
    release();
  });

  test('accepted in front of an open form is taken at once', async () => {
    const { registration, container, news, reload } = browser();
    registration.waiting = new FakeWorker();
    stop = await registerServiceWorker(news);
    const release = holdUpdates();
    news.onUpdate.mock.calls[0]?.[0]();
    container.dispatchEvent(new Event('controllerchange'));
    expect(reload).toHaveBeenCalledOnce();
    release();
  });

  test('accepted while the old worker does not let go is taken soon: the page comes new from the network', async () => {
    const { registration, news, reload } = browser();
    registration.waiting = new FakeWorker();
    stop = await registerServiceWorker(news);
    const release = holdUpdates();
    news.onUpdate.mock.calls[0]?.[0]();
    vi.advanceTimersByTime(patience - 1);
    expect(reload).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(reload).toHaveBeenCalledOnce();
    release();
  });

  test('is no update on the very first visit', async () => {
    const { registration, container, news, reload } = browser({ controlled: false });
    stop = await registerServiceWorker(news);
    const worker = new FakeWorker();
    registration.installing = worker;
    registration.dispatchEvent(new Event('updatefound'));
    worker.becomes('installed');
    container.dispatchEvent(new Event('controllerchange'));
    expect(news.onUpdate).not.toHaveBeenCalled();
    expect(reload).not.toHaveBeenCalled();
  });

  test('is looked for whenever the app comes back to the front', async () => {
    const { registration, page, news } = browser();
    stop = await registerServiceWorker(news);
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(registration.update).not.toHaveBeenCalled();
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    expect(registration.update).toHaveBeenCalledOnce();
  });
});

describe('the worker', () => {
  test('leads this window to a page', async () => {
    const { container, news } = browser();
    stop = await registerServiceWorker(news);
    const message = (data: unknown) => container.dispatchEvent(new MessageEvent('message', { data }));
    message({ type: 'navigate', href: 'https://jena.example/postfach' });
    message({ type: 'navigate', href: 7 });
    message(null);
    expect(news.onNavigate.mock.calls).toEqual([['https://jena.example/postfach']]);
  });

  test('that may not be registered leaves the app as a web page', async () => {
    const { container, news } = browser();
    container.register.mockRejectedValueOnce(new DOMException('no', 'SecurityError'));
    await expect(registerServiceWorker(news)).resolves.toBeTypeOf('function');
  });

  test('is never fetched from another site', async () => {
    const { container, news } = browser();
    stop = await registerServiceWorker(news, 'https://evil.example/sw.js');
    expect(container.register).not.toHaveBeenCalled();
  });
});
