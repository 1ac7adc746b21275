import type { CardData } from '@jena/shared/account';

/**
 * What the online ID card said at the last login, for prefilling. Undefined without a login, without a network, or
 * when the card was never read: then the person simply types. Asks nobody unless someone has logged in on this phone.
 */
export async function readCard(): Promise<CardData | undefined> {
  try {
    const { currentOwner } = await import('../../offline/owner.ts');
    if ((await currentOwner()) === null) return undefined;
    const { queryClient, trpc } = await import('../../lib/trpc.ts');
    const profile = await queryClient.fetchQuery(trpc.account.profile.queryOptions());
    return profile.card ?? undefined;
  } catch {
    return undefined;
  }
}
