import type { Language } from '@jena/shared/kernel';
import { updateContent } from './lib/content.ts';
import { wasLoggedIn } from './lib/hint.ts';
import { setLive } from './lib/live.ts';
import { navigate } from './lib/navigation.ts';
import { heed, watchNetwork } from './lib/network.ts';
import { fetchOwnFont } from './lib/own-font.ts';
import { onChange } from './offline/changes.ts';
import { declineInstall, install, installState, mayOfferInstall } from './offline/install.ts';
import { onThisPhone } from './offline/on-this-phone.ts';
import { registerServiceWorker } from './offline/register.ts';

/** Starts, once each: the service worker, the newest content, the offer to install, and what is personal where there is something personal. */
export async function startBackground(language: Language): Promise<void> {
  watchNetwork();
  const personal = startPersonalOnce(language);
  // While one develops, pages come from Vite: nothing of them may stay on the device.
  if (import.meta.env.PROD) void registerWorker(personal);
  // Without a network the phone goes on with the content it has.
  heed(updateContent(language)).catch(() => undefined);
  // Where it does not come, the fallbacks stay.
  fetchOwnFont().catch(() => undefined);
  offerInstall();
  onChange((topic) => {
    if (topic === 'flush') void personal();
  });
  const { drafts, submissions } = await onThisPhone();
  if (wasLoggedIn() || drafts + submissions > 0) setLive({ mine: true });
  if (wasLoggedIn() || submissions > 0) void personal();
}

type PersonalLife = { refresh: () => void; resyncPush: () => void };

function registerWorker(personal: () => Promise<PersonalLife>) {
  return registerServiceWorker({
    onUpdate: (apply) => setLive({ acceptUpdate: apply }),
    onNavigate: navigate,
    onPushed: () => void personal().then((life) => life.refresh()),
    onPushChanged: () => void personal().then((life) => life.resyncPush()),
  });
}

/** Loads the personal half of the app the first time it is needed: most visitors only read. */
function startPersonalOnce(language: Language) {
  let life: Promise<PersonalLife> | undefined;
  return () => {
    life ??= import('./personal-life.ts').then(({ startPersonalLife }) => startPersonalLife(language));
    return life;
  };
}

/** The offer stands from the second visit on: nobody installs what they have not yet seen. */
function offerInstall(): void {
  const key = 'jena-visits';
  const visits = Number(localStorage.getItem(key) ?? 0) + 1;
  localStorage.setItem(key, String(visits));
  const state = installState();
  if (visits < 2 || !mayOfferInstall(state, Date.now())) return;
  const close = () => setLive({ install: undefined });
  const later = () => {
    declineInstall(Date.now());
    close();
  };
  const accept = () => void install().then(close);
  setLive({ install: state === 'prompt' ? { accept, later } : { later } });
}
