import { newId } from '@jena/shared/kernel';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { Checkbox } from '../../../ui/choice/choice.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { mandatesCopy } from '../copy.ts';
import { FormCard } from './form-card.tsx';
import { useSend } from './use-send.ts';

/** Says which business is the person's own. */
export function BusinessForm({ onClose }: { onClose: () => void }) {
  const words = useCopy(mandatesCopy).business;
  const [typed, setTyped] = useState({ name: '', registerNumber: '', mine: false });
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({});
  const [idempotencyKey] = useState(() => newId<'idempotency'>());
  const { busy, failure, send } = useSend();
  const problems = () => ({
    ...(typed.name.trim() === '' ? { name: words.missing } : {}),
    ...(typed.mine ? {} : { mine: words.missingMine }),
  });
  async function save() {
    const { name, registerNumber } = typed;
    const work = () => client.mandates.declareBusiness.mutate({ idempotencyKey, name, registerNumber });
    if (await send(work, words.saved(name.trim()))) onClose();
  }
  return (
    <FormCard
      {...{ title: words.title, intro: words.intro, save: words.save, busy, failure, problems, onClose }}
      onProblems={setWrong}
      onSave={save}
    >
      <TextField
        id="mandate-name"
        name="name"
        label={words.name}
        value={typed.name}
        onChange={(name) => setTyped({ ...typed, name })}
        error={wrong['name']}
        autoComplete="organization"
      />
      <TextField
        id="mandate-registerNumber"
        name="registerNumber"
        label={words.registerNumber}
        hint={words.registerHint}
        value={typed.registerNumber}
        onChange={(registerNumber) => setTyped({ ...typed, registerNumber })}
        width="medium"
        optional
      />
      <Checkbox
        id="mandate-mine"
        name="mine"
        label={words.mine}
        checked={typed.mine}
        onChange={(mine) => setTyped({ ...typed, mine })}
        error={wrong['mine']}
      />
    </FormCard>
  );
}
