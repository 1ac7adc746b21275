import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { showToast } from '../../ui/toast/toast.tsx';
import { createKeyring } from './keyring.ts';
import { isConflict } from './words.ts';

type Keyed = { idempotencyKey: string };
type Act<Full extends Keyed> = {
  call: (input: Full) => Promise<unknown>;
  /** What is said when it worked. */
  done: string;
  /** Marks what is old now; runs after success and after a conflict. */
  changed: () => void;
  onDone?: (() => void) | undefined;
};

/** One change at the server: pressed twice or tried again after a lost answer, it still happens once. */
export function useAct<Full extends Keyed>({ call, done, changed, onDone }: Act<Full>) {
  type Input = Omit<Full, 'idempotencyKey'>;
  const [keys] = useState(createKeyring);
  const mutation = useMutation({
    mutationFn: (input: Input) => call({ ...input, idempotencyKey: keys.keyFor(input) } as unknown as Full),
    onSuccess() {
      keys.used();
      showToast({ text: done });
      changed();
      onDone?.();
    },
    onError(error) {
      if (isConflict(error)) changed();
    },
  });
  return {
    run: (input: Input) => {
      if (!mutation.isPending) mutation.mutate(input);
    },
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
  };
}
