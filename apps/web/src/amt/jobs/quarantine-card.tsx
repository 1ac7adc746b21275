import { useQuery } from '@tanstack/react-query';
import { Badge } from '../../ui/badge/badge.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { quarantineCopy as words } from '../copy.quarantine.de.ts';
import { trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { moment } from '../lib/words.ts';

const pollMs = 60_000;

/** For operators: whether uploads can be checked, and how many wait because they cannot. */
export function QuarantineCard() {
  const { awake } = useDesk();
  const quarantine = useQuery(
    trpc.vault.quarantine.queryOptions({}, { refetchInterval: pollMs, enabled: awake }),
  );
  if (!quarantine.data) return null;
  const { trouble, count, since } = quarantine.data;
  return (
    <section aria-labelledby="quarantine" className="jobs-section">
      <h2 id="quarantine">{words.title}</h2>
      {trouble === null ? (
        <p>
          <Badge tone="success">{words.ok}</Badge>
        </p>
      ) : (
        <Notice tone="danger" title={words.trouble[trouble]}>
          {words.whatToDo[trouble]} {words.byItself}
        </Notice>
      )}
      <p className="muted small">{since === null ? words.none : words.waiting(count, moment(since))}</p>
    </section>
  );
}
