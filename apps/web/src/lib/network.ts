import { getLive, setLive } from './live.ts';

/** Milliseconds: a call without an answer for so long makes one doubt the network; a sign of life may take so long. */
const patience = 8_000;
const signWithin = 5_000;
/** While the network is lost it is looked for after these pauses, the last one again and again. */
const lookAgainAfter = [2_000, 5_000, 10_000];

let isLooking = false;
let timer: ReturnType<typeof setTimeout> | undefined;
let misses = 0;

/** Does the server answer at all? Any answer will do, also that it is out of order. */
async function answers(): Promise<boolean> {
  const options = { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(signWithin) } as const;
  return fetch('/healthz', options).then(
    () => true,
    () => false,
  );
}

/** Whoever waits for the network listens to the window: where the phone noticed nothing, the page says it itself. */
function tell(online: boolean): void {
  if (getLive().online === online) return;
  setLive({ online });
  if (navigator.onLine) window.dispatchEvent(new Event(online ? 'online' : 'offline'));
}

function found(): void {
  clearTimeout(timer);
  misses = 0;
  tell(true);
}

async function look(): Promise<void> {
  if (isLooking) return;
  isLooking = true;
  clearTimeout(timer);
  const isThere = navigator.onLine && (await answers());
  isLooking = false;
  if (isThere) return found();
  tell(false);
  // What the phone knows of, it also says when it is back; and an app that nobody sees spares the battery.
  if (!navigator.onLine || document.visibilityState !== 'visible') return;
  const pause = lookAgainAfter[Math.min(misses, lookAgainAfter.length - 1)];
  misses += 1;
  timer = setTimeout(look, pause);
}

/**
 * Something did not come through. One failure may have many reasons; only when a sign of life does not come either is
 * the person told that they are offline, and the network looked for until it is back.
 */
function doubt(): void {
  if (getLive().online) void look();
}

/**
 * Watches what becomes of a call: phones often say that they are online where the network carries nothing, in the tram
 * or in a cellar. Gives back the very call.
 */
export function heed<Answer>(call: Promise<Answer>): Promise<Answer> {
  const late = setTimeout(doubt, patience);
  call.then(
    () => {
      clearTimeout(late);
      if (navigator.onLine) found();
    },
    (error: unknown) => {
      clearTimeout(late);
      // Fetch fails with this one for want of a network; who leaves a page aborts with another.
      if (error instanceof TypeError) doubt();
    },
  );
  return call;
}

/** Follows what the phone itself says about the network. Returns how to stop. */
export function watchNetwork(): () => void {
  const hear = () => (navigator.onLine ? found() : tell(false));
  const isLost = () => {
    if (!navigator.onLine) tell(false);
  };
  const lookAgain = () => {
    if (document.visibilityState === 'visible' && !getLive().online) void look();
  };
  hear();
  window.addEventListener('online', hear);
  window.addEventListener('offline', isLost);
  document.addEventListener('visibilitychange', lookAgain);
  return () => {
    clearTimeout(timer);
    window.removeEventListener('online', hear);
    window.removeEventListener('offline', isLost);
    document.removeEventListener('visibilitychange', lookAgain);
  };
}
