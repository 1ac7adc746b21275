import { createOutbox, type LetterInput } from '../offline/outbox.engine.ts';
import { readCounts } from './counts.ts';
import { client, queryClient, trpc } from './trpc.ts';

/** What cases say has changed. Not waited for: a network that goes again must not keep the outbox from noting that something arrived. */
function refreshCases(): void {
  void queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() });
  void readCounts();
}

/** Sends what a person wrote in a case; with the same key as often as needed. */
export async function sendLetter(
  { idempotencyKey, use, caseId, body, documents }: LetterInput,
  options: { signal?: AbortSignal } = {},
): Promise<void> {
  const documentIds = documents.map(({ id }) => id);
  if (use === 'objection')
    await client.cases.object.mutate({ idempotencyKey, caseId, reason: body }, options);
  else await client.cases.write.mutate({ idempotencyKey, caseId, body, documentIds }, options);
  refreshCases();
}

/** The one outbox of this window, tied to the server's procedures. */
export const outbox = createOutbox({
  submit: async (input, { signal }) => {
    const receipt = await client.cases.submit.mutate(input, { signal });
    refreshCases();
    return receipt;
  },
  addEvidence: async (input, { signal }) => {
    await client.cases.addEvidence.mutate(input, { signal });
    refreshCases();
  },
  describe: async (input, { signal }) => {
    await client.vault.describe.mutate(input, { signal });
    void queryClient.invalidateQueries({ queryKey: trpc.vault.pathKey() });
  },
  write: sendLetter,
  phoneKey: async () => (await client.account.phoneKey.query()).key,
  uploadEndpoint: '/uploads/',
  documentState: (documentId) => client.vault.document.query({ documentId }),
  now: () => new Date(),
  random: Math.random,
});
