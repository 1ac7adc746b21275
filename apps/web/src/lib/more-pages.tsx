import { shellCopy } from '../shell/copy.ts';
import { Button } from '../ui/button/button.tsx';
import { useCopy } from './copy.ts';
import { useLive } from './live.ts';

type Pages = { hasNextPage: boolean; fetchNextPage: () => Promise<unknown> };

/** The way to older entries of a list; without a network it says why there is none. */
export function MorePages({ list, children }: { list: Pages; children: string }) {
  const copy = useCopy(shellCopy);
  const { online } = useLive();
  if (!list.hasNextPage) return null;
  if (!online) return <p className="muted small">{copy.olderOnline}</p>;
  return (
    <Button variant="secondary" onClick={() => void list.fetchNextPage()}>
      {children}
    </Button>
  );
}
