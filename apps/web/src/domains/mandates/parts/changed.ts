import { queryClient, trpc } from '../../../lib/trpc.ts';

/** Asks anew for what a changed mandate shows or hides. */
export async function mandatesChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: trpc.mandates.pathKey() }),
    queryClient.invalidateQueries({ queryKey: trpc.cases.pathKey() }),
  ]);
}
