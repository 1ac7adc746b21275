import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** As much of CBOR (RFC 8949) as an authenticator writes: a head with its number. */
function head(major: number, count: number): Buffer {
  if (count < 24) return Buffer.from([(major << 5) | count]);
  if (count < 256) return Buffer.from([(major << 5) | 24, count]);
  return Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
}
const integer = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const text = (value: string) => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
const map = (pairs: readonly [Buffer, Buffer][]) => Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

const flags = { present: 0x01, verified: 0x04, backupEligible: 0x08, backedUp: 0x10, attested: 0x40 };
const base64url = (value: Buffer) => value.toString('base64url');

type Asked = { challenge: string };

/** An authenticator in software (WebAuthn Level 3 §6): makes one passkey and signs with it, honestly or not. */
export function createAuthenticator(place: { origin: string; rpId: string }) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = base64url(credentialId);
  const state = { counter: 0, userHandle: '', ...place, isVerified: true };

  const clientData = (type: string, { challenge }: Asked) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: state.origin, crossOrigin: false }));

  function authenticatorData(more: number, attested: Buffer = Buffer.alloc(0)): Buffer {
    const said = flags.present | (state.isVerified ? flags.verified : 0) | flags.backupEligible | more;
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(state.counter);
    const rpIdHash = createHash('sha256').update(state.rpId).digest();
    return Buffer.concat([rpIdHash, Buffer.from([said]), counter, attested]);
  }

  return {
    /** What it will say; tests change it to lie. */
    state,
    id,
    create(options: Asked & { user: { id: string } }) {
      state.userHandle = options.user.id;
      const key = map([
        [integer(1), integer(2)],
        [integer(3), integer(-7)],
        [integer(-1), integer(1)],
        [integer(-2), bytes(Buffer.from(x, 'base64url'))],
        [integer(-3), bytes(Buffer.from(y, 'base64url'))],
      ]);
      const length = Buffer.from([0, credentialId.length]);
      const attested = Buffer.concat([Buffer.alloc(16), length, credentialId, key]);
      const attestationObject = map([
        [text('fmt'), text('none')],
        [text('attStmt'), map([])],
        [text('authData'), bytes(authenticatorData(flags.attested, attested))],
      ]);
      return {
        id,
        rawId: id,
        type: 'public-key' as const,
        response: {
          clientDataJSON: base64url(clientData('webauthn.create', options)),
          attestationObject: base64url(attestationObject),
          transports: ['internal'],
        },
      };
    },
    get(options: Asked) {
      state.counter += 1;
      const data = authenticatorData(flags.backedUp);
      const client = clientData('webauthn.get', options);
      const hash = createHash('sha256').update(client).digest();
      const signature = createSign('sha256')
        .update(Buffer.concat([data, hash]))
        .sign(privateKey);
      return {
        id,
        rawId: id,
        type: 'public-key' as const,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(data),
          signature: base64url(signature),
          userHandle: state.userHandle,
        },
      };
    },
  };
}
