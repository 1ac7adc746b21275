import { Button } from '../../ui/button/button.tsx';
import type { useAct } from '../lib/use-act.ts';
import { staffSentence } from '../lib/words.ts';

type Props = {
  act: Pick<ReturnType<typeof useAct>, 'busy' | 'error'>;
  onPress: () => void;
  children: string;
  /** What it does to which row, for who hears the button alone. */
  label: string;
  working: string;
};

/** One act on a row of a table, with what went wrong beneath it. */
export function ActButton({ act, onPress, children, label, working }: Props) {
  return (
    <>
      <Button
        variant="secondary"
        busy={act.busy ? working : undefined}
        aria-label={act.busy ? undefined : label}
        onClick={onPress}
      >
        {children}
      </Button>
      {act.error && (
        <p className="jobs-error" role="alert">
          {staffSentence(act.error)}
        </p>
      )}
    </>
  );
}
