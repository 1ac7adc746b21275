import { useCopy } from '../../../lib/copy.ts';
import { Section } from '../../../ui/section/section.tsx';
import { devicesCopy } from '../devices.copy.ts';

/** What to do when a phone is gone; said before it happens. */
export function LostPhone() {
  const copy = useCopy(devicesCopy);
  return (
    <Section title={copy.lostTitle}>
      <p>{copy.lostText}</p>
      <p className="muted">{copy.lostCard}</p>
    </Section>
  );
}
