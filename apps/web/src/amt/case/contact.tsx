import type { Contact as Shown } from '@jena/shared/account';
import type { StaffCase } from '@jena/shared/cases';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SummaryList } from '../../ui/summary-list/summary-list.tsx';
import { contactCopy as copy } from '../copy.contact.de.ts';
import { client } from '../lib/client.ts';
import { staffSentence } from '../lib/words.ts';

type Look =
  | { state: 'closed' | 'busy' }
  | { state: 'open'; contact: Shown }
  | { state: 'failed'; why: string };

/** How the applicant is reached and met: shown when it is needed and asked for, because each look is noted. */
export function Contact({ staffCase }: { staffCase: StaffCase }) {
  const [look, setLook] = useState<Look>({ state: 'closed' });
  if (!staffCase.allowed.includes('seeContact')) return null;
  async function open() {
    setLook({ state: 'busy' });
    try {
      setLook({ state: 'open', contact: await client.cases.staff.contact.query({ caseId: staffCase.id }) });
    } catch (error) {
      setLook({ state: 'failed', why: staffSentence(error) });
    }
  }
  if (look.state === 'open') return <Details contact={look.contact} />;
  return (
    <div className="stack">
      <Button
        variant="secondary"
        onClick={() => void open()}
        busy={look.state === 'busy' ? copy.opening : undefined}
      >
        {copy.open}
      </Button>
      <p className="muted small">{copy.noted}</p>
      {look.state === 'failed' && (
        <Notice tone="warning" live="assertive">
          {look.why}
        </Notice>
      )}
    </div>
  );
}

function Details({ contact: { email, phone, needs, language } }: { contact: Shown }) {
  return (
    <section aria-label={copy.title}>
      <SummaryList
        items={[
          {
            id: 'phone',
            label: copy.phone,
            value: phone ? <a href={`tel:${phone}`}>{phone}</a> : copy.nothing,
          },
          {
            id: 'email',
            label: copy.email,
            value: email ? <a href={`mailto:${email}`}>{email}</a> : copy.nothing,
          },
          { id: 'language', label: copy.language, value: copy.languages[language] },
          {
            id: 'needs',
            label: copy.needs,
            value: needs.length > 0 ? needs.map((need) => copy.need[need]).join(' · ') : copy.nothing,
          },
        ]}
      />
    </section>
  );
}
