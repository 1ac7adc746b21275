import { crossSite } from '@jena/shared/platform';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site asks a browser to make (ASVS 3.5.1–3.5.3). Browsers say where a request
 * comes from in Sec-Fetch-Site or Origin; a caller that says neither is no browser and brings no cookies along.
 * @param deliveries paths to which another site posts by design; their routes must read no cookie
 * @throws platform.cross_site
 */
export function checkSameOrigin(
  request: Request,
  publicOrigin: string,
  deliveries: ReadonlySet<string> = new Set(),
): void {
  if (harmless.has(request.method) || deliveries.has(new URL(request.url).pathname)) return;
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') throw crossSite();
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== publicOrigin) throw crossSite();
  if (site === null && origin === null && request.headers.has('cookie')) throw crossSite();
}
