import type { Language } from '@jena/shared/kernel';
import { setLive } from './lib/live.ts';
import { watchInstall } from './offline/install.ts';

const whenQuiet = (work: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 3000 }) : setTimeout(work, 1000);

/** What the app does once the first page stands: nothing of it may delay that page. */
export function afterStart(language: Language): void {
  setLive({ online: navigator.onLine });
  watchInstall();
  whenQuiet(() => {
    void import('./background.ts').then(({ startBackground }) => startBackground(language));
  });
}
