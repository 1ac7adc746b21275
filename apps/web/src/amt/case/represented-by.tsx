import type { StaffCase } from '@jena/shared/cases';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { caseChanged, client } from '../lib/client.ts';
import { useAct } from '../lib/use-act.ts';
import { staffSentence } from '../lib/words.ts';

/** Who acts for whom in this case, whether anybody has seen the proof, and the way to say that one has. */
export function RepresentedBy({ staffCase }: { staffCase: StaffCase }) {
  const words = caseCopy.mandate;
  const confirm = useAct({
    call: client.mandates.staff.confirm.mutate,
    done: words.confirmed,
    changed: caseChanged,
  });
  const { representation } = staffCase;
  if (!representation) return null;
  const { holder, party, kind, isConfirmed } = representation;
  const who = caseCopy.actsFor(holder, party);
  if (isConfirmed)
    return (
      <p className="case-represented">
        {who} – {words.checked[kind]}
      </p>
    );
  return (
    <Notice
      tone="warning"
      title={`${who} – ${words.unchecked[kind]}`}
      action={
        staffCase.allowed.includes('confirmMandate') && (
          <Button
            variant="secondary"
            onClick={() => confirm.run({ caseId: staffCase.id })}
            busy={confirm.busy ? words.confirming : undefined}
          >
            {words.confirm[kind]}
          </Button>
        )
      }
    >
      {words.hint[kind]}
      {confirm.error && <p role="alert">{staffSentence(confirm.error)}</p>}
    </Notice>
  );
}
