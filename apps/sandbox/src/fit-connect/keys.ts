import { generateKeyPair, type KeyObject, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';

const makePair = promisify(generateKeyPair);

export type Pair = { kid: string; privateKey: KeyObject; jwk: JWK };

async function pair(alg: string, operation: string): Promise<Pair> {
  const kid = randomUUID();
  const { publicKey, privateKey } = await makePair('rsa', { modulusLength: 4096 });
  return {
    kid,
    privateKey,
    jwk: { ...(publicKey.export({ format: 'jwk' }) as JWK), kid, alg, key_ops: [operation] },
  };
}

export type Keys = { service: Pair; seal: Pair; sign: Pair };

let made: Promise<Keys> | undefined;

/** Keys of the delivery service and of the destinations, made when somebody first asks: they take seconds. */
export function keys(): Promise<Keys> {
  made ??= Promise.all([
    pair('PS512', 'verify'),
    pair('RSA-OAEP-256', 'wrapKey'),
    pair('PS512', 'verify'),
  ]).then(([service, seal, sign]) => ({ service, seal, sign }));
  return made;
}
