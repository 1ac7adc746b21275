import { type CryptoKey, importJWK, type JWK } from 'jose';
import { HandoverError } from './port.ts';

/** FIT-Connect asks for 4096 bits (docs.fitko.de, crypto). */
const leastBits = 4096;

const uses = {
  wrap: { alg: 'RSA-OAEP-256', operation: 'wrapKey' },
  verify: { alg: 'PS512', operation: 'verify' },
} as const;

/** Imports a public key for one use, after it was checked to be for that use alone. @throws HandoverError untrusted */
export async function trustedKey(jwk: JWK, use: keyof typeof uses, kid: string): Promise<CryptoKey> {
  const { alg, operation } = uses[use];
  const wrong = faultOf(jwk, { alg, operation, kid });
  if (wrong) throw new HandoverError('untrusted', wrong);
  // Without its own list of uses: jose encrypts content keys by `encrypt`, which is the same operation.
  const { kty, n, e } = jwk;
  const key = await importJWK({ kty, n, e } as JWK, alg);
  if (key instanceof Uint8Array) throw new HandoverError('untrusted', 'not a public key');
  return key;
}

function faultOf(jwk: JWK, wanted: { alg: string; operation: string; kid: string }): string | undefined {
  if (jwk.kty !== 'RSA' || jwk.n === undefined || jwk.e === undefined) return 'not an RSA key';
  if ('d' in jwk) return 'a private key';
  if (jwk.kid !== wanted.kid) return 'another key';
  if (jwk.alg !== wanted.alg) return `not for ${wanted.alg}`;
  if (jwk.key_ops?.length !== 1 || jwk.key_ops[0] !== wanted.operation)
    return `not for ${wanted.operation} alone`;
  const bytes = Buffer.from(jwk.n, 'base64url');
  if (bytes.length * 8 - Math.clz32(bytes[0] ?? 0) + 24 < leastBits) return 'too short';
  return undefined;
}
