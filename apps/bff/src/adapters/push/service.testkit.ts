import { request } from 'node:https';
import type { PushSubscription } from './port.ts';

export type ArrivedMessage = {
  sequence: number;
  payload: string;
  ttl: number;
  topic: string | null;
  urgency: string;
};
export type TestSubscription = PushSubscription & { id: string };

/** The sandbox's push service as a browser sees it. */
export function pushServiceOf(url: string, ca: string) {
  async function call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    return new Promise((done, fail) => {
      const sent = request(
        `${url}${path}`,
        { method, ca, headers: { 'content-type': 'application/json' } },
        (answer) => {
          let text = '';
          answer.on('data', (chunk) => {
            text += chunk;
          });
          answer.on('end', () => done((text === '' ? undefined : JSON.parse(text)) as Answer));
        },
      );
      sent.on('error', fail);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }
  return {
    subscribe: (applicationServerKey: string) =>
      call<TestSubscription>('POST', '/subscriptions', { applicationServerKey }),
    unsubscribe: (id: string) => call('DELETE', `/subscriptions/${id}`),
    answerWith: (id: string, outcome: { status: number; retryAfter?: string }) =>
      call('POST', `/subscriptions/${id}/outcome`, outcome),
    async messages(id: string, after = 0): Promise<ArrivedMessage[]> {
      const { messages } = await call<{ messages: ArrivedMessage[] }>(
        'GET',
        `/subscriptions/${id}/messages?after=${after}`,
      );
      return messages;
    },
  };
}
