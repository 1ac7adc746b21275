import type { CountedQueue } from '@jena/shared/cases';
import { queueCopy } from '../copy.queue.de.ts';
import { searchCopy } from '../copy.search.de.ts';
import { useNames } from '../lib/catalogue.ts';
import { type Queue, serviceOf } from '../lib/places.ts';

/** How a list is called. */
export function useQueueName(): (queue: Queue) => string {
  const names = useNames();
  return (queue) => {
    if (queue === 'search') return searchCopy.title;
    const service = serviceOf(queue);
    return service === undefined
      ? queueCopy.queues[queue as CountedQueue]
      : queueCopy.ofService(names?.services[service] ?? service);
  };
}
