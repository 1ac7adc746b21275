import type { ReactNode } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import { Button } from '../../../ui/button/button.tsx';
import { contactCopy } from '../contact.copy.ts';
import './contact.css';

type ContactLineProps = {
  value: string;
  badge?: ReactNode;
  busy: string | undefined;
  onChange: () => void;
  onRemove: () => void;
};

/** What is kept, with the two things that can be done to it. */
export function ContactLine({ value, badge, busy, onChange, onRemove }: ContactLineProps) {
  const copy = useCopy(contactCopy);
  const { online } = useLive();
  return (
    <>
      <p className="contact-line">
        <strong>
          <bdi>{value}</bdi>
        </strong>
        {badge}
      </p>
      <div className="contact-buttons">
        <Button variant="secondary" onClick={onChange}>
          {copy.change}
        </Button>
        <Button
          variant="quiet"
          onClick={onRemove}
          busy={busy}
          disabledReason={online ? undefined : copy.needsNetwork}
        >
          {copy.remove}
        </Button>
      </div>
    </>
  );
}
