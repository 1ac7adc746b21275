import { createECDH, randomBytes } from 'node:crypto';
import { type PushPayload, pushPayloadSchema } from '@jena/shared/notifications';
import type { PushOptions, PushOutcome, PushPort, PushSubscription } from './port.ts';

export type SentPush = { endpoint: string; payload: PushPayload; options: PushOptions };

/** A push port that writes down what it is given and answers as told, for tests of what plans pushes. */
export function recordingPush(answer: (endpoint: string) => PushOutcome = () => 'sent') {
  const sent: SentPush[] = [];
  const port: PushPort = {
    publicKey: 'BTestKey',
    accepts: (endpoint) => new URL(endpoint).host === 'push.example',
    async send({ endpoint }, payload, options) {
      sent.push({ endpoint, payload: pushPayloadSchema.parse(JSON.parse(payload)), options });
      return answer(endpoint);
    },
  };
  return { ...port, sent };
}

/** A subscription with real keys, as a browser would make it. */
export function browserSubscription(name: string, origin = 'https://push.example'): PushSubscription {
  const keys = createECDH('prime256v1');
  keys.generateKeys();
  return {
    endpoint: `${origin}/${name}`,
    keys: {
      p256dh: keys.getPublicKey('base64url', 'uncompressed'),
      auth: randomBytes(16).toString('base64url'),
    },
  };
}
