import type { StaffCase } from '@jena/shared/cases';
import type { StaffId } from '@jena/shared/kernel';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Select } from '../../ui/choice/choice.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { deskCopy } from '../copy.desk.de.ts';
import { caseChanged, client, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { useAct } from '../lib/use-act.ts';
import { staffSentence } from '../lib/words.ts';
import './hands.css';

const movable = ['submitted', 'in_review', 'evidence_requested', 'objected', 'objection_passed_on'];

/** In whose hands the case is, and the way into others'. */
export function Hands({ staffCase }: { staffCase: StaffCase }) {
  const { staff, awake } = useDesk();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState('');
  const words = deskCopy.hands;
  const colleagues = useQuery(
    trpc.cases.staff.colleagues.queryOptions(awake ? {} : skipToken, { staleTime: 60_000 }),
  );
  const from = staffCase.caseworker?.id ?? null;
  const act = useAct({
    call: client.cases.staff.assign.mutate,
    done: words.given,
    changed: caseChanged,
    onDone: () => setOpen(false),
  });
  const mayMove = movable.includes(staffCase.state);
  useShortcuts({ z: mayMove ? () => setOpen(true) : undefined });
  const standIns = colleagues.data?.find(({ id }) => id === from)?.substitutes ?? [];
  const at = from === staff.staffId ? words.you : words.at(staffCase.caseworker?.name ?? '');
  return (
    <section className="hands" aria-label={words.title}>
      <p className="hands-line">
        <span>{from === null ? words.nobody : at}</span>
        {standIns.length > 0 && <span className="muted">{words.standIn(standIns.join(', '))}</span>}
        {mayMove && !open && (
          <button type="button" className="hands-open" onClick={() => setOpen(true)}>
            {from === null ? words.openNew : words.open}
          </button>
        )}
      </p>
      {open && (
        <div className="hands-form">
          <Select
            name="to"
            label={words.choose}
            options={(colleagues.data ?? [])
              .filter(({ id }) => id !== from)
              .map(({ id, name }) => ({ value: id, label: id === staff.staffId ? words.me : name }))}
            value={to}
            onChange={setTo}
          />
          {act.error && (
            <Notice tone="warning" live="assertive">
              {staffSentence(act.error)}
            </Notice>
          )}
          <div className="hands-buttons">
            <Button
              busy={act.busy ? words.giving : undefined}
              onClick={() => to && act.run({ caseId: staffCase.id, from, to: to as StaffId })}
            >
              {words.give}
            </Button>
            {from !== null && (
              <Button variant="secondary" onClick={() => act.run({ caseId: staffCase.id, from, to: null })}>
                {words.back}
              </Button>
            )}
            <Button variant="quiet" onClick={() => setOpen(false)}>
              {deskCopy.bulk.cancel}
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
