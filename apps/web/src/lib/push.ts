import { createPush } from '../offline/push.ts';
import { client } from './trpc.ts';

/** Push of this device, tied to the server's procedures. */
export const push = createPush({
  publicKey: async () => (await client.notifications.pushKey.query({})).publicKey,
  subscribe: (input) => client.notifications.subscribe.mutate(input),
  unsubscribe: (input) => client.notifications.unsubscribe.mutate(input),
});
