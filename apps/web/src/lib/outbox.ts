import { createOutbox } from '../offline/outbox.engine.ts';
import { client, queryClient, trpc } from './trpc.ts';

/** The one outbox of this window, tied to the server's procedures. */
export const outbox = createOutbox({
  submit: async (input, { signal }) => {
    const receipt = await client.cases.submit.mutate(input, { signal });
    await queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
    return receipt;
  },
  uploadEndpoint: '/uploads/',
  documentState: (documentId) => client.vault.document.query({ documentId }),
  now: () => new Date(),
  random: Math.random,
});
