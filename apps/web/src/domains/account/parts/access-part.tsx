import { type AccessNeed, type Added, accessNeeds } from '@jena/shared/account';
import { type FormEvent, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { useLive } from '../../../lib/live.ts';
import { client } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Checkbox, CheckboxGroup } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { contactCopy } from '../contact.copy.ts';
import { newKey, useChange } from './use-change.ts';

/** What helps the person at appointments and with letters; kept with their consent alone. */
export function AccessPart({ added: { access } }: { added: Added }) {
  const all = useCopy(contactCopy);
  const { access: copy } = all;
  const language = useLanguage();
  const { online } = useLive();
  const { busy, failure, remove } = useChange();
  const [open, setOpen] = useState(false);
  return (
    <Section title={copy.title} intro={copy.intro}>
      {open ? (
        <Wishes chosen={access?.needs ?? []} onClose={() => setOpen(false)} />
      ) : (
        <div className="stack">
          {access ? (
            <>
              <ul className="points">
                {access.needs.map((need) => (
                  <li key={need}>{copy.need[need]}</li>
                ))}
              </ul>
              <p className="muted small">{copy.agreed(formatMoment(access.agreedAt, language))}</p>
            </>
          ) : (
            <p>{copy.none}</p>
          )}
          {failure && (
            <Notice tone="warning" live="assertive">
              {failure}
            </Notice>
          )}
          <div className="contact-buttons">
            <Button variant="secondary" onClick={() => setOpen(true)}>
              {access ? all.change : copy.add}
            </Button>
            {access && (
              <Button
                variant="quiet"
                busy={busy}
                disabledReason={online ? undefined : all.needsNetwork}
                onClick={() => void remove('access', copy.removed)}
              >
                {copy.removeAll}
              </Button>
            )}
          </div>
        </div>
      )}
    </Section>
  );
}

function Wishes({ chosen, onClose }: { chosen: readonly AccessNeed[]; onClose: () => void }) {
  const all = useCopy(contactCopy);
  const { access: copy } = all;
  const { busy, failure, change } = useChange();
  const [needs, setNeeds] = useState<AccessNeed[]>([...chosen]);
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  async function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (needs.length === 0 || !agreed) return;
    const work = () => client.account.setAccess.mutate({ ...newKey(), needs, agreed: true });
    if (await change(work, copy.said)) onClose();
  }
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <CheckboxGroup
        name="needs"
        label={copy.title}
        options={accessNeeds.map((value) => ({ value, label: copy.need[value] }))}
        values={needs}
        onChange={(values) => setNeeds(accessNeeds.filter((need) => values.includes(need)))}
        error={tried && needs.length === 0 ? copy.choose : undefined}
      />
      <Checkbox
        name="agreed"
        label={copy.consent}
        hint={copy.consentHint}
        checked={agreed}
        onChange={setAgreed}
        error={tried && !agreed ? copy.consentMissing : undefined}
      />
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <div className="contact-buttons">
        <Button type="submit" busy={busy}>
          {all.save}
        </Button>
        <Button variant="secondary" onClick={onClose}>
          {all.cancel}
        </Button>
      </div>
    </form>
  );
}
