import { useCopy } from '../../../lib/copy.ts';
import { Section } from '../../../ui/section/section.tsx';
import { devicesCopy } from '../devices.copy.ts';
import { LogoutEverywhere } from './end-sessions.tsx';

/** Where a warning of an odd login leads: the one way that surely ends it. */
export function NotMe() {
  const copy = useCopy(devicesCopy);
  return (
    <Section title={copy.notMeTitle}>
      <div className="stack">
        <p>{copy.notMeText}</p>
        <LogoutEverywhere action={copy.notMe} />
      </div>
    </Section>
  );
}
