import type { Substitute } from '@jena/shared/cases';
import type { StaffId } from '@jena/shared/kernel';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Select } from '../../ui/choice/choice.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { deskCopy } from '../copy.desk.de.ts';
import { caseChanged, client, trpc } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { useAct } from '../lib/use-act.ts';
import { day, staffSentence } from '../lib/words.ts';
import './substitutes-dialog.css';

const words = deskCopy.substitutes;

/** Who stands in for whom: what is arranged, and a way to arrange more. */
export function SubstitutesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={words.title}>
      {open && <Inside />}
    </Dialog>
  );
}

function Inside() {
  const { awake, staff } = useDesk();
  const asked = awake ? {} : skipToken;
  const arranged = useQuery(trpc.cases.staff.substitutes.queryOptions(asked));
  const colleagues = useQuery(trpc.cases.staff.colleagues.queryOptions(asked));
  const [absentId, setAbsent] = useState<string>(staff.staffId);
  const [substituteId, setSubstitute] = useState('');
  const [fromDay, setFrom] = useState('');
  const [toDay, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct({
    call: client.cases.staff.setSubstitute.mutate,
    done: words.saved,
    changed: caseChanged,
    onDone() {
      setSubstitute('');
      setTried(false);
    },
  });
  const ready = absentId && substituteId && absentId !== substituteId && fromDay && fromDay <= toDay;
  function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!ready) return;
    act.run({
      absentId: absentId as StaffId,
      substituteId: substituteId as StaffId,
      fromDay,
      toDay,
    } as never);
  }
  const people = (colleagues.data ?? []).map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <div className="substitutes">
      <p>{words.text}</p>
      {arranged.data?.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="substitutes-list">
        {arranged.data?.map((one) => (
          <Arranged key={one.id} one={one} />
        ))}
      </ul>
      <form className="substitutes-form" noValidate onSubmit={save}>
        <Select name="absent" label={words.absent} options={people} value={absentId} onChange={setAbsent} />
        <Select
          name="substitute"
          label={words.substitute}
          options={people.filter(({ value }) => value !== absentId)}
          value={substituteId}
          onChange={setSubstitute}
          error={tried && !ready ? words.missing : undefined}
        />
        <Day label={words.from} name="from" value={fromDay} onChange={setFrom} />
        <Day label={words.to} name="to" value={toDay} onChange={setTo} />
        {act.error && (
          <Notice tone="danger" live="assertive">
            {staffSentence(act.error)}
          </Notice>
        )}
        <Button type="submit" busy={act.busy ? words.saving : undefined}>
          {words.save}
        </Button>
      </form>
    </div>
  );
}

/** At a desk, the browser's own calendar. */
function Day({
  label,
  name,
  value,
  onChange,
}: {
  label: string;
  name: string;
  value: string;
  onChange: (day: string) => void;
}) {
  return (
    <label className="substitutes-day">
      <span className="field-label">{label}</span>
      <input
        type="date"
        name={name}
        className="control"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

function Arranged({ one }: { one: Substitute }) {
  const act = useAct({
    call: client.cases.staff.endSubstitute.mutate,
    done: words.ended,
    changed: caseChanged,
  });
  return (
    <li className="substitutes-one">
      <span>
        {words.line(one.absent.name, one.substitute.name)}
        <span className="small muted"> · {words.period(day(one.fromDay), day(one.toDay))}</span>
      </span>
      <Button variant="quiet" onClick={() => act.run({ id: one.id })}>
        {words.end}
      </Button>
    </li>
  );
}
