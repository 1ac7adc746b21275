import { checkKillSwitch, checkKillSwitchDaily } from './kill-switch.ts';
import { onMessage } from './messages.ts';
import { answerNavigation, fromNetwork, isAppNavigation, prepareNavigation } from './navigation.ts';
import { precachedShell, precacheShell } from './precache.ts';
import { onNotificationClick, onPush, onSubscriptionChange } from './push.ts';
import { onSync } from './sync.ts';

declare const self: ServiceWorkerGlobalScope & {
  __WB_MANIFEST: (string | { url: string; revision: string | null })[];
};

// Before the precache, which would otherwise answer addresses that end in `.html` from the cache first.
self.addEventListener('fetch', (event) => {
  if (!isAppNavigation(event.request, self.location.origin)) {
    const { mode, method } = event.request;
    if (mode === 'navigate' && method === 'GET') event.respondWith(fromNetwork(event));
    return;
  }
  event.respondWith(answerNavigation(event, { shell: precachedShell }));
  event.waitUntil(checkKillSwitchDaily(self, Date.now()));
});

precacheShell(self.__WB_MANIFEST);

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([prepareNavigation(self.registration), checkKillSwitch(self, Date.now())]));
});
self.addEventListener('message', (event) => onMessage(self, event));
self.addEventListener('sync', (event) => onSync(self, event as ExtendableEvent & { tag?: string }));
self.addEventListener('push', (event) => onPush(self, event));
self.addEventListener('notificationclick', (event) => onNotificationClick(self, event));
self.addEventListener('pushsubscriptionchange', (event) =>
  onSubscriptionChange(self, event as ExtendableEvent & { oldSubscription?: PushSubscription | null }),
);
