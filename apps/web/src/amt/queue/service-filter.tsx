import type { QueueCounts } from '@jena/shared/cases';
import { navigate } from '../../lib/navigation.ts';
import { queueCopy } from '../copy.queue.de.ts';
import { useNames } from '../lib/catalogue.ts';
import { amtPaths, type KeptQueue, serviceOf } from '../lib/places.ts';

type ServiceFilterProps = { queue: KeptQueue; counts: QueueCounts['services'] | undefined };

/** All open cases of one service: offered as soon as there is any, with their number. */
export function ServiceFilter({ queue, counts = {} }: ServiceFilterProps) {
  const names = useNames();
  const chosen = serviceOf(queue) ?? '';
  const nameOf = (slug: string) => names?.services[slug] ?? slug;
  const slugs = [...new Set([...Object.keys(counts), ...(chosen ? [chosen] : [])])];
  if (slugs.length === 0) return null;
  return (
    <p className="queue-services">
      <select
        aria-label={queueCopy.services}
        className="control select"
        value={chosen}
        onChange={({ target }) => navigate(amtPaths.queue(target.value ? `service:${target.value}` : 'new'))}
      >
        <option value="">{queueCopy.allServices}</option>
        {slugs
          .sort((one, other) => nameOf(one).localeCompare(nameOf(other), 'de'))
          .map((slug) => (
            <option key={slug} value={slug}>
              {queueCopy.serviceWith(nameOf(slug), counts[slug] ?? 0)}
            </option>
          ))}
      </select>
    </p>
  );
}
