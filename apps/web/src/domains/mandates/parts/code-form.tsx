import { newId } from '@jena/shared/kernel';
import { normaliseCode } from '@jena/shared/mandates';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { mandatesCopy } from '../copy.ts';
import { FormCard } from './form-card.tsx';
import { useSend } from './use-send.ts';

/** Brings the code of an offer, which then stands in the list of those to answer. */
export function CodeForm({ onClose }: { onClose: () => void }) {
  const words = useCopy(mandatesCopy).code;
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({});
  const { busy, failure, send } = useSend();
  const problems = () => (normaliseCode(code) === '' ? { code: words.missing } : {});
  async function save() {
    const idempotencyKey = newId<'idempotency'>();
    if (await send(() => client.mandates.take.mutate({ idempotencyKey, code }), words.saved)) onClose();
  }
  return (
    <FormCard
      {...{ title: words.title, intro: words.intro, save: words.save, busy, failure, problems, onClose }}
      onProblems={setWrong}
      onSave={save}
    >
      <TextField
        id="mandate-code"
        name="code"
        label={words.code}
        hint={words.codeHint}
        value={code}
        onChange={setCode}
        error={wrong['code']}
        autoCapitalize="characters"
        maxLength={40}
        width="medium"
      />
    </FormCard>
  );
}
