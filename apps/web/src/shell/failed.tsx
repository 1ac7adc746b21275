import { useCopy } from '../lib/copy.ts';
import { Button } from '../ui/button/button.tsx';
import { EmptyState } from '../ui/empty-state/empty-state.tsx';
import { Hanfried } from '../ui/hanfried/hanfried.tsx';
import { shellCopy } from './copy.ts';

/** Stands in place of a page that could not be loaded or drawn. */
export function Failed({ online = true, onAgain }: { online?: boolean; onAgain: () => void }) {
  const { failed } = useCopy(shellCopy);
  return (
    <EmptyState
      level={1}
      title={failed.title}
      drawing={<Hanfried size="large" />}
      action={<Button onClick={onAgain}>{failed.again}</Button>}
    >
      {online ? failed.text : failed.offlineText}
    </EmptyState>
  );
}
