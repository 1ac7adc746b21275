import type { StaffCase } from '@jena/shared/cases';
import type { CaseId } from '@jena/shared/kernel';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { duplicateCopy as words } from '../copy.duplicates.de.ts';
import { caseChanged, client } from '../lib/client.ts';
import { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import { Compare } from './compare.tsx';
import './duplicates.css';

/** Other cases that may be about the same: compare, then say what it is. */
export function Duplicates({ staffCase }: { staffCase: StaffCase }) {
  const [shown, setShown] = useState<CaseId>();
  const act = useAct({
    call: client.cases.staff.settleDuplicate.mutate,
    done: words.settled,
    changed: caseChanged,
  });
  const open = staffCase.duplicates.filter(({ verdict }) => verdict !== 'different');
  if (open.length === 0) return null;
  return (
    <Notice tone="warning" title={words.title}>
      <p>{words.text(open.length)}</p>
      <ul className="duplicates">
        {open.map((other) => (
          <li key={other.caseId}>
            <p>
              <strong>{words.line(other.reference, moment(other.submittedAt))}</strong>
              <br />
              {words.reasons[other.reason]}
            </p>
            {other.verdict === 'same' && <p>{words.sameHint}</p>}
            <div className="duplicates-buttons">
              <Button
                variant="secondary"
                aria-expanded={shown === other.caseId}
                onClick={() => setShown(shown === other.caseId ? undefined : other.caseId)}
              >
                {shown === other.caseId ? words.hide : words.compare}
              </Button>
              {other.verdict === null &&
                (['same', 'different'] as const).map((verdict) => (
                  <Button
                    key={verdict}
                    variant="quiet"
                    onClick={() => act.run({ caseId: staffCase.id, otherId: other.caseId, verdict })}
                  >
                    {words.verdicts[verdict]}
                  </Button>
                ))}
            </div>
            {shown === other.caseId && <Compare here={staffCase} otherId={other.caseId} />}
          </li>
        ))}
      </ul>
      {act.error && <p role="alert">{staffSentence(act.error)}</p>}
    </Notice>
  );
}
