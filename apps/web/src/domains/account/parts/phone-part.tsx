import { type Added, isPhone } from '@jena/shared/account';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { contactCopy } from '../contact.copy.ts';
import { AskCard, useHasCard } from './ask-card.tsx';
import { ContactLine } from './contact-line.tsx';
import { LineForm } from './line-form.tsx';
import { newKey, useChange } from './use-change.ts';

/** The number under which an office may call. */
export function PhonePart({ added: { phone } }: { added: Added }) {
  const all = useCopy(contactCopy);
  const { phone: copy } = all;
  const { busy, failure, change, remove } = useChange();
  const hasCard = useHasCard();
  const [open, setOpen] = useState(false);
  const [asking, setAsking] = useState(false);
  const close = () => setOpen(false);
  async function save(number: string) {
    if (await change(() => client.account.setPhone.mutate({ ...newKey(), number }), copy.said)) close();
    return undefined;
  }
  if ((open || asking) && !hasCard)
    return (
      <Section title={copy.title}>
        <AskCard />
      </Section>
    );
  if (open)
    return (
      <Section title={copy.title}>
        <LineForm
          {...{ name: 'phone', type: 'tel', inputMode: 'tel', autoComplete: 'tel', busy, failure }}
          label={copy.label}
          hint={copy.hint}
          initial={phone?.number ?? ''}
          submit={all.save}
          problem={(typed) => (isPhone(typed) ? undefined : copy.wrong)}
          onSave={save}
          onClose={close}
        />
      </Section>
    );
  return (
    <Section title={copy.title}>
      <div className="stack">
        {phone ? (
          <ContactLine
            value={phone.number}
            busy={busy}
            onChange={() => setOpen(true)}
            onRemove={() => (hasCard ? void remove('phone', copy.removed) : setAsking(true))}
          />
        ) : (
          <>
            <p>{copy.none}</p>
            <Button variant="secondary" onClick={() => setOpen(true)}>
              {copy.add}
            </Button>
          </>
        )}
        {failure && (
          <Notice tone="warning" live="assertive">
            {failure}
          </Notice>
        )}
      </div>
    </Section>
  );
}
