import { type Added, isEmail } from '@jena/shared/account';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { client } from '../../../lib/trpc.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { contactCopy } from '../contact.copy.ts';
import { AskCard, useHasCard } from './ask-card.tsx';
import { ContactLine } from './contact-line.tsx';
import { LineForm } from './line-form.tsx';
import { newKey, useChange } from './use-change.ts';

/** The address that the city may write to: given, confirmed by a code, changed, taken away. */
export function EmailPart({ added }: { added: Added }) {
  const { email: copy } = useCopy(contactCopy);
  const [open, setOpen] = useState(false);
  const { email, newEmail, canMail } = added;
  return (
    <Section title={copy.title}>
      {!canMail && <Notice>{copy.cannotSend}</Notice>}
      {email && !open && <Confirmed address={email.address} onChange={() => setOpen(true)} />}
      {newEmail && !open && (
        <Waiting
          key={newEmail.codeEndsAt}
          newEmail={newEmail}
          replaces={email !== null}
          onChange={() => setOpen(true)}
        />
      )}
      {open && <NewAddress onClose={() => setOpen(false)} />}
      {canMail && !email && !newEmail && !open && (
        <div className="stack">
          <p>{copy.none}</p>
          <Button variant="secondary" onClick={() => setOpen(true)}>
            {copy.add}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Confirmed({ address, onChange }: { address: string; onChange: () => void }) {
  const { email: copy } = useCopy(contactCopy);
  const { busy, failure, remove } = useChange();
  const hasCard = useHasCard();
  const [asking, setAsking] = useState(false);
  return (
    <div className="stack">
      <ContactLine
        value={address}
        badge={<Badge tone="success">{copy.confirmed}</Badge>}
        busy={busy}
        onChange={onChange}
        onRemove={() => (hasCard ? void remove('email', copy.removed) : setAsking(true))}
      />
      {asking && !hasCard && <AskCard />}
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
    </div>
  );
}

function NewAddress({ onClose }: { onClose: () => void }) {
  const { email: copy } = useCopy(contactCopy);
  const { busy, failure, change } = useChange();
  if (!useHasCard()) return <AskCard />;
  async function save(address: string) {
    if (await change(() => client.account.setEmail.mutate({ ...newKey(), address }), copy.sent)) onClose();
    return undefined;
  }
  return (
    <LineForm
      {...{ name: 'email', type: 'email', inputMode: 'email', autoComplete: 'email', busy, failure, onClose }}
      label={copy.label}
      hint={copy.hint}
      submit={copy.sendCode}
      problem={(typed) => (isEmail(typed) ? undefined : copy.wrong)}
      onSave={save}
    />
  );
}

type WaitingProps = { newEmail: NonNullable<Added['newEmail']>; replaces: boolean; onChange: () => void };

/** An address whose code has not been typed yet. */
function Waiting({ newEmail, replaces, onChange }: WaitingProps) {
  const all = useCopy(contactCopy);
  const { email: copy } = all;
  const confirming = useChange();
  const sending = useChange();
  async function confirm(code: string) {
    let answer: string | undefined;
    await confirming.change(async () => {
      const { result } = await client.account.confirmEmail.mutate({ ...newKey(), code });
      if (result === 'confirmed') return true;
      answer = result === 'wrong' ? copy.wrongCode : copy.expired;
      return false;
    }, copy.said);
    return answer;
  }
  return (
    <Card as="section" aria-label={copy.unconfirmed} className="stack">
      <p className="contact-line">
        <strong>
          <bdi>{newEmail.address}</bdi>
        </strong>
        <Badge tone="warning">{copy.unconfirmed}</Badge>
      </p>
      {newEmail.refused ? (
        <Notice tone="warning">{copy.refused}</Notice>
      ) : (
        <>
          <p>
            {copy.codeTo(newEmail.address)} {replaces && copy.stillOld}
          </p>
          <LineForm
            {...{ name: 'code', type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code' }}
            label={copy.code}
            hint={copy.codeHint}
            width="short"
            submit={copy.confirm}
            busy={confirming.busy}
            failure={confirming.failure ?? sending.failure}
            problem={(typed) => (/^\d{6}$/.test(typed.replace(/\s/g, '')) ? undefined : copy.wrongCode)}
            onSave={confirm}
          />
        </>
      )}
      <div className="contact-buttons">
        {!newEmail.refused && (
          <Button
            variant="quiet"
            busy={sending.busy}
            onClick={() =>
              void sending.change(() => client.account.sendEmailCode.mutate(newKey()), copy.sent)
            }
          >
            {copy.newCode}
          </Button>
        )}
        <Button variant="quiet" onClick={onChange}>
          {all.change}
        </Button>
      </div>
    </Card>
  );
}
