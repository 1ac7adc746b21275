import { type MandateId, newId } from '@jena/shared/kernel';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { mandatesCopy } from '../copy.ts';
import { Sure } from './sure.tsx';

type EndProps = { id: MandateId; name: string; title: string; text: string; said: string };

/** Ends a mandate after asking once more. */
export function End({ id, name, title, text, said }: EndProps) {
  const { end, endYes, ending, keep } = useCopy(mandatesCopy);
  return (
    <Sure
      name={name}
      words={{ open: end, title, text, yes: endYes, no: keep, busy: ending }}
      act={() => client.mandates.revoke.mutate({ idempotencyKey: newId<'idempotency'>(), mandateId: id })}
      said={said}
    />
  );
}
