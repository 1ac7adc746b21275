/** Something encrypted with a key that this phone keeps: AES-256-GCM, a new iv each time. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/** A key that works only through the browser: no script reads its bytes. */
export function newKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** What it is and where it lies is sealed with it, so that one cannot stand in for another. */
function algorithm(iv: Uint8Array<ArrayBuffer>, place: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) };
}

export async function seal(key: CryptoKey, place: string, plain: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, data: await crypto.subtle.encrypt(algorithm(iv, place), key, plain) };
}

/** `undefined` when it was sealed with another key, for another place, or changed since. */
export async function unseal(
  key: CryptoKey,
  place: string,
  { iv, data }: Sealed,
): Promise<ArrayBuffer | undefined> {
  return crypto.subtle.decrypt(algorithm(iv, place), key, data).catch(() => undefined);
}
