/**
 * How a device is named in questions: the SHA-256 of its endpoint, base64url. The endpoint itself is a secret
 * address and must not stand in a URL (ASVS 14.2.1). Needs a secure context in browsers.
 */
export async function deviceOf(endpoint: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)));
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
