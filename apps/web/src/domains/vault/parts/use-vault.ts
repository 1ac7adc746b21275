import type { VaultFolder } from '@jena/shared/vault';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../../lib/trpc.ts';

/** The person's documents, also without a network; while one is being checked it asks again soon. */
export function useVault({ enabled = true } = {}) {
  return useQuery({
    ...trpc.vault.mine.queryOptions({}),
    enabled,
    refetchInterval: ({ state }) =>
      state.data?.some((document) => document.state === 'checking' && !document.held) ? 3_000 : 60_000,
  });
}

/** Before they are known, and for most people for ever. */
const noFolders: readonly VaultFolder[] = [];

/** The person's own folders, also without a network. */
export const useFolders = () => useQuery(trpc.vault.folders.mine.queryOptions({})).data ?? noFolders;

/** The documents on pages that everybody may see: asks only for someone who is logged in, as far as the phone knows. */
export function useVaultOfVisitor() {
  const me = useQuery(trpc.identity.me.queryOptions());
  const enabled = me.data?.kind === 'citizen';
  const vault = useVault({ enabled });
  return { documents: enabled ? vault.data : undefined, isAsking: vault.isFetching || me.isFetching };
}
