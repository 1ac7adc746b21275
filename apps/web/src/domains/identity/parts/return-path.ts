/** Where to go after the card was read: a path of this product, else the given one. */
export function returnPath(fallback: string): string {
  const wanted = new URLSearchParams(location.search).get('zurueck');
  return wanted && /^\/(?![/\\])/.test(wanted) ? wanted : fallback;
}
