import type { Page } from '@playwright/test';

type Registration = { registrationId: string; scopeURL: string; isDeleted: boolean };
type Version = { registrationId: string; status: string; runningStatus: string };

/**
 * The way from a push service into the service worker of a page, by DevTools. The session stays open until the
 * notification is there: what it learns of the worker on the way tells why none came.
 */
export async function openDelivery(page: Page) {
  const { origin } = new URL(page.url());
  const devTools = await page.context().newCDPSession(page);
  const registrations = new Map<string, Registration>();
  const versions = new Map<string, Version>();
  devTools.on('ServiceWorker.workerRegistrationUpdated', (event) => {
    for (const one of event.registrations) registrations.set(one.registrationId, one);
  });
  devTools.on('ServiceWorker.workerVersionUpdated', (event) => {
    for (const one of event.versions) versions.set(one.versionId, one);
  });
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise<void>((done) => {
      active?.addEventListener('statechange', () => active.state === 'activated' && done());
    });
  });
  await devTools.send('ServiceWorker.enable');

  /** The live registration of this page: of the same origin, and with a worker that was activated. */
  function own(): Registration | undefined {
    const isActive = ({ registrationId }: Registration) =>
      [...versions.values()].some(
        (one) => one.registrationId === registrationId && one.status === 'activated',
      );
    return [...registrations.values()].find(
      (one) => !one.isDeleted && new URL(one.scopeURL).origin === origin && isActive(one),
    );
  }

  return {
    async delivers(payload: string): Promise<void> {
      const registration = own();
      if (!registration) throw new Error(`no worker to deliver to; the browser knows ${this.knows()}`);
      const { registrationId } = registration;
      await devTools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: payload });
    },
    /** For the message of a failure. */
    knows(): string {
      return JSON.stringify({ registrations: [...registrations.values()], versions: [...versions.values()] });
    },
    ends(): Promise<void> {
      return devTools.detach();
    },
  };
}
