/**
 * Whether a subscription's endpoint may be called: https, no credentials, its host on the list. Endpoints come from
 * browsers, so without this anybody could make the server call anything (SSRF, ASVS 1.3.6).
 */
export function isAllowedEndpoint(endpoint: string, allowedHosts: readonly string[]): boolean {
  if (endpoint.length > 1000 || !URL.canParse(endpoint)) return false;
  const url = new URL(endpoint);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return false;
  return allowedHosts.some((allowed) =>
    allowed.startsWith('*.') ? url.host.endsWith(allowed.slice(1)) : url.host === allowed,
  );
}
