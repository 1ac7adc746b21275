import { addDays, cityTime, type Day, isDay, newId } from '@jena/shared/kernel';
import { type Mandate, suitsParty } from '@jena/shared/mandates';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { CheckboxGroup } from '../../../ui/choice/choice.tsx';
import { DateField } from '../../../ui/date-field/date-field.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { mandatesCopy } from '../copy.ts';
import type { OfferedService } from '../services.ts';
import { FormCard } from './form-card.tsx';
import { useSend } from './use-send.ts';

type InviteFormProps = {
  /** The owner's mandate; null to let somebody act for oneself. */
  business: Mandate | null;
  services: readonly OfferedService[];
  onClose: () => void;
};

/** Offers somebody a mandate: for which services, until when. The code for it appears in the list. */
export function InviteForm({ business, services, onClose }: InviteFormProps) {
  const words = useCopy(mandatesCopy).invite;
  const party = business ? 'business' : 'person';
  const [typed, setTyped] = useState(() => ({
    label: '',
    services: [] as string[],
    // A helper is mostly needed for a few weeks; a colleague stays.
    until: business ? '' : (addDays(cityTime(new Date()).day, 90) as string),
  }));
  const [wrong, setWrong] = useState<Partial<Record<string, string>>>({});
  const [idempotencyKey] = useState(() => newId<'idempotency'>());
  const { busy, failure, send } = useSend();
  const isUntilRight = isDay(typed.until) || (business !== null && typed.until === '');
  const problems = () => ({
    ...(typed.label.trim() === '' ? { label: words.missing } : {}),
    ...(typed.services.length === 0 ? { services: words.missingServices } : {}),
    ...(isUntilRight ? {} : { until: typed.until ? words.badDate : words.missing }),
  });
  async function save() {
    const terms = {
      business: business?.id ?? null,
      label: typed.label,
      services: typed.services,
      untilDay: typed.until === '' ? null : (typed.until as Day),
    };
    if (await send(() => client.mandates.invite.mutate({ idempotencyKey, ...terms }), words.saved)) onClose();
  }
  return (
    <FormCard
      title={business ? words.businessTitle(business.party.name) : words.personTitle}
      intro={business ? words.businessIntro : words.personIntro}
      save={words.save}
      {...{ busy, failure, problems, onClose }}
      onProblems={setWrong}
      onSave={save}
    >
      <TextField
        id="mandate-label"
        name="label"
        label={words.label}
        hint={words.labelHint}
        value={typed.label}
        onChange={(label) => setTyped({ ...typed, label })}
        error={wrong['label']}
        maxLength={80}
      />
      <CheckboxGroup
        id="mandate-services"
        name="services"
        label={words.services}
        options={services
          .filter(({ audience }) => suitsParty(party, audience))
          .map(({ slug, title }) => ({ value: slug, label: title }))}
        values={typed.services}
        onChange={(chosen) => setTyped({ ...typed, services: chosen })}
        error={wrong['services']}
      />
      <DateField
        id="mandate-until"
        name="until"
        label={words.until}
        hint={business ? undefined : words.untilHint}
        value={typed.until}
        onChange={(until) => setTyped({ ...typed, until })}
        error={wrong['until']}
        optional={business !== null}
      />
    </FormCard>
  );
}
