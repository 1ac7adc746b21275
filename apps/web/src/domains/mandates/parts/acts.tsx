import { type AccessEntry, mandateOf, purposeOf } from '@jena/shared/account';
import type { MandateId } from '@jena/shared/kernel';
import type { Mandate } from '@jena/shared/mandates';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AsOf } from '../../../lib/as-of.tsx';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { AccessProof } from '../../account/parts/access-proof.tsx';
import { mandatesCopy } from '../copy.ts';

type ActsProps = { mandate: Mandate; offices: Record<string, string> };

/** True for who speaks for a child or a business in their own right: nobody else reads what was done with its data. */
const speaksFor = ({ kind, role }: Mandate) => kind === 'custody' || role === 'owner';

/**
 * What was done: for a parent and an owner, by whomever, with the data of the child or the business; for helpers and
 * employees what they themselves did. Asked for when it is opened.
 */
export function Acts({ mandate, offices }: ActsProps) {
  const words = useCopy(mandatesCopy).acts;
  const [open, setOpen] = useState(false);
  const title = speaksFor(mandate) ? words.whoSaw : words.ownActs;
  const Shown = speaksFor(mandate) ? PartyLog : OwnActs;
  return (
    <>
      <div>
        <Button variant="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
          {title}
          <span className="sr-only">: {mandate.party.name}</span>
        </Button>
      </div>
      {open && (
        <section className="stack" aria-label={`${title}: ${mandate.party.name}`}>
          <Shown mandate={mandate} offices={offices} />
        </section>
      )}
    </>
  );
}

function OwnActs({ mandate: { id } }: ActsProps) {
  const words = useCopy(mandatesCopy).acts;
  const acts = useQuery(trpc.mandates.acts.queryOptions({ mandateId: id }));
  return (
    <>
      <AsOf query={acts} />
      <Lines
        lines={acts.data?.acts.map((act) => ({ ...act, who: words.you }))}
        failed={isMissing(acts)}
        empty={words.noOwnActs}
      />
    </>
  );
}

function PartyLog({ mandate: { id }, offices }: ActsProps) {
  const words = useCopy(mandatesCopy).acts;
  const log = useQuery(trpc.mandates.partyLog.queryOptions({ mandateId: id }));
  const who = useWho(id, offices);
  return (
    <>
      <AsOf query={log} />
      {log.data && log.data.entries.length > 0 && (
        <AccessProof log={{ ...log.data, entries: log.data.entries.toReversed() }} />
      )}
      <Lines
        lines={log.data?.entries.map((entry) => ({ ...entry, who: who(entry) }))}
        failed={isMissing(log)}
        empty={words.nobodySaw}
      />
    </>
  );
}

/** How whoever left a line is called: an office, the reader, or somebody else who acts for the same party. */
function useWho(own: MandateId, offices: Record<string, string>) {
  const words = useCopy(mandatesCopy).acts;
  const { data } = useQuery(trpc.mandates.mine.queryOptions());
  return (entry: AccessEntry) => {
    const mandate = mandateOf(entry);
    if (mandate === undefined) return offices[entry.officeId] ?? entry.officeId;
    if (mandate === own) return words.you;
    return data?.given.find(({ id }) => id === mandate)?.holder || words.somebody;
  };
}

/** Not on the phone, and not to be had now. */
const isMissing = ({ isError, fetchStatus }: { isError: boolean; fetchStatus: string }) =>
  isError || fetchStatus === 'paused';

type Line = Pick<AccessEntry, 'number' | 'at' | 'act' | 'caseReference'> & { who: string };
type LinesProps = { lines: Line[] | undefined; failed: boolean; empty: string };

function Lines({ lines, failed, empty }: LinesProps) {
  const copy = useCopy(mandatesCopy);
  const language = useLanguage();
  if (!lines) return failed ? <p>{copy.unavailable}</p> : null;
  if (lines.length === 0) return <p>{empty}</p>;
  return (
    <ul className="mandate-acts">
      {lines.map(({ number, at, act, who, caseReference }) => (
        <li key={number}>
          <strong>{who}</strong>: {copy.acts.purpose[purposeOf(act)]}
          <br />
          <span className="muted small">
            {formatMoment(at, language)}
            {caseReference && (
              <>
                {' · '}
                <bdi>{caseReference}</bdi>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
