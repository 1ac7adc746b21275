import { useCopy } from '../../../lib/copy.ts';
import { Section } from '../../../ui/section/section.tsx';
import { servicesCopy } from '../copy.ts';
import type { ServiceData } from './service-data.ts';

/** All ways to get it done, honest about a form that is not in the portal yet. */
export function Ways({ service }: { service: ServiceData['service'] }) {
  const copy = useCopy(servicesCopy);
  const channels = service.channels.filter(({ channel }) => channel !== 'info');
  if (channels.length === 0) return null;
  return (
    <Section title={copy.service.ways}>
      <ul className="points">
        {channels.map(({ channel, note }) => {
          const here = channel === 'online';
          const name = here && service.form === null ? copy.channelOnlineSoon : copy.channels[channel];
          return (
            <li key={channel}>
              {name}
              {note && <span className="muted"> – {note}</span>}
              {here && service.form !== null && (
                <span className="muted"> – {copy.service.needsLogin[service.levelOfAssurance]}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
