import { createDraftSync } from '../offline/draft-sync.ts';
import { client } from './trpc.ts';

/** Half-filled forms on all devices of a person: the one engine of this window, tied to the server's procedures. */
export const drafts = createDraftSync({
  list: () => client.forms.drafts.query({}),
  read: (draftId) => client.forms.draft.query({ draftId }),
  save: (input) => client.forms.saveDraft.mutate(input),
  close: (input) => client.forms.closeDraft.mutate(input),
});
