/** Stands on `<html>` where the city's typeface is on this device; `styles/brand.css` uses it there only. */
const mark = 'own-font';
const faces = ['400 1em "Fira Sans"', '600 1em "Fira Sans"'];

let arrived = false;

/** Fetches the typeface once the first page stands. It is used from the next page on, so that no word moves under the eyes. */
export async function fetchOwnFont(): Promise<void> {
  await Promise.all(faces.map((face) => document.fonts.load(face)));
  arrived = true;
}

/** Call while one page replaces another. */
export function showOwnFont(): void {
  if (arrived) document.documentElement.classList.add(mark);
}

/**
 * Runs in the page's head: behind the service worker the typeface is on the phone and there with the first paint.
 * On a first visit it would hold the words back, by a tenth of a second where the network is slow.
 */
export const ownFontScript = `navigator.serviceWorker?.controller&&document.documentElement.classList.add("${mark}")`;
