import { inboxBoxes } from '@jena/shared/notifications';
import { personalLists } from './personal-lists.ts';
import { queryClient, trpc } from './trpc.ts';

/** Milliseconds after which what lies on the phone is fetched anew, also when nobody opened its page. */
const asked = { staleTime: 30 * 60_000, retry: false } as const;
const casesAtOnce = 20;

/**
 * Asks twice: the first time may be answered from the phone, however old that is, and only afterwards does the query
 * know its age. What is young enough is not asked for again. What fails now is fetched another time.
 */
async function keep<Data>(ask: () => Promise<Data>): Promise<Data | undefined> {
  const first = await ask().catch(() => undefined);
  // The persister sets the age of what it restored in a task of its own.
  await new Promise((done) => setTimeout(done));
  return ask().catch(() => first);
}

/**
 * Fetches what is the person's own, so that it can be read without a network although they never opened the page. It
 * lies sealed (0022) and is unreadable after a logout.
 */
export async function keepOwn(): Promise<void> {
  const of = queryClient;
  const cases = keep(() => of.fetchQuery({ ...trpc.cases.mine.queryOptions(), ...asked }));
  await Promise.all([
    keep(() => of.fetchQuery({ ...trpc.account.profile.queryOptions(), ...asked })),
    keep(() => of.fetchQuery({ ...trpc.account.claims.queryOptions(), ...asked })),
    keep(() => of.fetchQuery({ ...trpc.account.added.queryOptions({}), ...asked })),
    keep(() => of.fetchQuery({ ...trpc.notifications.telling.queryOptions({}), ...asked })),
    keep(() => of.fetchQuery({ ...trpc.vault.mine.queryOptions({}), ...asked })),
    keep(() => of.fetchQuery({ ...trpc.vault.folders.mine.queryOptions({}), ...asked })),
    keep(() => of.fetchQuery({ ...trpc.mandates.mine.queryOptions(), ...asked })),
    ...inboxBoxes.map((box) => keep(() => of.fetchInfiniteQuery({ ...personalLists.inbox(box), ...asked }))),
    keep(() => of.fetchInfiniteQuery({ ...personalLists.accessLog(), ...asked })),
  ]);
  const newest = (await cases)?.cases.slice(0, casesAtOnce) ?? [];
  await Promise.all(
    newest.map(({ id: caseId }) =>
      keep(() => of.fetchQuery({ ...trpc.cases.detail.queryOptions({ caseId }), ...asked })),
    ),
  );
}
