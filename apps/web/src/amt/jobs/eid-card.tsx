import type { EidHealth } from '@jena/shared/identity';
import { useQuery } from '@tanstack/react-query';
import { Badge } from '../../ui/badge/badge.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { eidCopy } from '../copy.eid.de.ts';
import { trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { day, moment } from '../lib/words.ts';

const pollMs = 60_000;
const soonMs = 30 * 86_400_000;

/** For operators: does the eID server answer, may the product read what it asks for, and until when. */
export function EidCard() {
  const { awake } = useDesk();
  const health = useQuery(
    trpc.identity.eidHealth.queryOptions(undefined, { refetchInterval: pollMs, enabled: awake }),
  );
  if (!health.data) return null;
  const { state, checkedAt, certificates } = health.data;
  return (
    <section aria-labelledby="eid-health" className="jobs-section">
      <h2 id="eid-health">{eidCopy.title}</h2>
      {state === 'ok' ? (
        <p>
          <Badge tone="success">{eidCopy.state.ok}</Badge> {health.data.version}
        </p>
      ) : (
        <Notice tone={state === 'not_configured' ? 'info' : 'danger'} title={eidCopy.state[state]}>
          {whatToDo(health.data)}
        </Notice>
      )}
      {certificates.length > 0 && (
        <ul>
          {certificates.map(({ use, endsAt }) => (
            <li key={use}>
              {eidCopy.certificate[use]}: {eidCopy.until(day(endsAt.slice(0, 10)))}{' '}
              {Date.parse(endsAt) - Date.parse(checkedAt) < soonMs && (
                <Badge tone="warning">{eidCopy.soon}</Badge>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="muted small">{eidCopy.checked(moment(checkedAt))}</p>
    </section>
  );
}

function whatToDo({ state, missing, reason }: EidHealth): string {
  if (state === 'rights_missing') return eidCopy.missing(missing.join(', '));
  if (state === 'not_understood') return eidCopy.notUnderstood(reason ?? '');
  return state === 'unreachable' ? eidCopy.unreachable : eidCopy.notConfigured;
}
