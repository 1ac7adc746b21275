/** Chromium's event; other browsers have none. */
type InstallPrompt = Event & {
  prompt: () => Promise<void>;
  userChoice: Promise<{ outcome: 'accepted' | 'dismissed' }>;
};

/** `prompt`: one tap installs. `ios`: the person does it in the share menu, words must say how. */
export type InstallState = 'unknown' | 'prompt' | 'ios' | 'installed';

const declinedKey = 'jena-install-declined';
const askAgainAfter = 30 * 86_400_000;

let kept: InstallPrompt | undefined;
let installed = false;

/** Catches the browser's offer, which comes once and early; call at the start of the app. */
export function watchInstall(target: Window = window): void {
  target.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    kept = event as InstallPrompt;
  });
  target.addEventListener('appinstalled', () => {
    installed = true;
    kept = undefined;
  });
}

function runsInstalled(): boolean {
  const ios = (navigator as { standalone?: boolean }).standalone === true;
  return installed || ios || matchMedia('(display-mode: standalone)').matches;
}

function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}

export function installState(): InstallState {
  if (runsInstalled()) return 'installed';
  if (kept) return 'prompt';
  return isIos() ? 'ios' : 'unknown';
}

/** Shows the browser's own question; true when the person installed. The offer is used up either way. */
export async function install(): Promise<boolean> {
  const prompt = kept;
  if (!prompt) return false;
  kept = undefined;
  await prompt.prompt();
  const { outcome } = await prompt.userChoice;
  if (outcome === 'dismissed') declineInstall(Date.now());
  return outcome === 'accepted';
}

/** „Später“: no banner for thirty days. */
export function declineInstall(now: number): void {
  try {
    localStorage.setItem(declinedKey, String(now));
  } catch {
    // Without storage the offer comes again at the next visit.
  }
}

/** Whether the banner may ask: there is a way to install and the person did not just decline. */
export function mayOfferInstall(state: InstallState, now: number): boolean {
  if (state !== 'prompt' && state !== 'ios') return false;
  try {
    return now - Number(localStorage.getItem(declinedKey) ?? 0) > askAgainAfter;
  } catch {
    return true;
  }
}
