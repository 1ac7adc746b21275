import { isDay, newId } from '@jena/shared/kernel';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { Checkbox } from '../../../ui/choice/choice.tsx';
import { DateField } from '../../../ui/date-field/date-field.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { mandatesCopy } from '../copy.ts';
import { FormCard } from './form-card.tsx';
import { useSend } from './use-send.ts';

const empty = { givenNames: '', familyName: '', birthDate: '', birthPlace: '', custody: false };
type Named = 'givenNames' | 'familyName' | 'birthDate' | 'birthPlace';

/** Says for which child the person has custody. */
export function ChildForm({ onClose }: { onClose: () => void }) {
  const words = useCopy(mandatesCopy).child;
  const [typed, setTyped] = useState(empty);
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({});
  // Pressed twice or tried again after a lost answer, it still is one child.
  const [idempotencyKey] = useState(() => newId<'idempotency'>());
  const { busy, failure, send } = useSend();

  const field = (name: Named) => ({
    id: `mandate-${name}`,
    name,
    label: words[name],
    value: typed[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
    error: wrong[name],
  });

  function problems() {
    const missing = (name: Named) => (typed[name].trim() === '' ? { [name]: words.missing } : {});
    return {
      ...missing('givenNames'),
      ...missing('familyName'),
      ...(isDay(typed.birthDate) ? {} : { birthDate: typed.birthDate ? words.badDate : words.missing }),
      ...(typed.custody ? {} : { custody: words.missingCustody }),
    };
  }

  async function save() {
    const { givenNames, familyName, birthDate, birthPlace } = typed;
    if (!isDay(birthDate)) return;
    const child = { givenNames, familyName, birthDate, birthPlace };
    const said = words.saved(`${givenNames.trim()} ${familyName.trim()}`);
    if (await send(() => client.mandates.declareChild.mutate({ idempotencyKey, ...child }), said)) onClose();
  }

  return (
    <FormCard
      {...{ title: words.title, intro: words.intro, save: words.save, busy, failure, problems, onClose }}
      onProblems={setWrong}
      onSave={save}
    >
      <TextField {...field('givenNames')} />
      <TextField {...field('familyName')} />
      <DateField {...field('birthDate')} />
      <TextField {...field('birthPlace')} optional />
      <Checkbox
        id="mandate-custody"
        name="custody"
        label={words.custody}
        checked={typed.custody}
        onChange={(custody) => setTyped({ ...typed, custody })}
        error={wrong['custody']}
      />
    </FormCard>
  );
}
