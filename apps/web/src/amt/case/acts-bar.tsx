import type { StaffCase } from '@jena/shared/cases';
import { useRef, useState } from 'react';
import { navigate } from '../../lib/navigation.ts';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { caseChanged, client } from '../lib/client.ts';
import { amtPaths, type Queue } from '../lib/places.ts';
import { useShortcuts, useShortcutsOn } from '../lib/shortcuts.ts';
import { useAct } from '../lib/use-act.ts';
import { staffSentence } from '../lib/words.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { RejectForm } from './reject-form.tsx';
import { RequestForm } from './request-form.tsx';

type ActsBarProps = {
  staffCase: StaffCase;
  queue: Queue;
  fields: readonly { name: string; label: string }[];
  findings: readonly string[];
};
/** What has its button here; messages and objections have their places further up. */
const barActs = ['claim', 'requestEvidence', 'approve', 'reject'] as const;
type Panel = 'requestEvidence' | 'reject' | 'approve';

/** What may be done with the case now; forms open in place, so that the papers beside stay in sight. */
export function ActsBar({ staffCase, queue, fields, findings }: ActsBarProps) {
  const [panel, setPanel] = useState<Panel>();
  const bar = useRef<HTMLDivElement>(null);
  const may = (act: StaffCase['allowed'][number]) => staffCase.allowed.includes(act);
  const claim = useAct({
    call: client.cases.staff.claim.mutate,
    done: caseCopy.claimed,
    changed: caseChanged,
    onDone: () => queue === 'new' && navigate(amtPaths.case('mine', staffCase.id), { replace: true }),
  });
  const take = () => claim.run({ caseId: staffCase.id, from: staffCase.caseworker?.id ?? null });
  const open = (act: Panel) => (may(act) ? () => setPanel(act) : undefined);
  function close() {
    setPanel(undefined);
    // The form is gone: the keyboard goes on where it was opened.
    requestAnimationFrame(() => bar.current?.querySelector('button')?.focus());
  }
  useShortcuts({
    ü: may('claim') ? take : undefined,
    n: open('requestEvidence'),
    g: open('approve'),
    a: open('reject'),
    escape: panel ? close : undefined,
  });
  if (panel === 'requestEvidence')
    return (
      <RequestForm staffCase={staffCase} fields={fields} allowed={may('requestEvidence')} onClose={close} />
    );
  if (panel === 'reject') return <RejectForm staffCase={staffCase} allowed={may('reject')} onClose={close} />;
  if (!barActs.some(may) && !claim.error && !panel) return null;
  return (
    <div className="acts" ref={bar}>
      {claim.error && (
        <Notice tone="warning" live="assertive">
          {staffSentence(claim.error)}
        </Notice>
      )}
      <fieldset className="acts-buttons">
        <legend className="sr-only">{caseCopy.acts}</legend>
        {may('approve') && (
          <Act name={caseCopy.approve} letter="G" variant="primary" onClick={() => setPanel('approve')} />
        )}
        {may('requestEvidence') && (
          <Act
            name={caseCopy.request}
            letter="N"
            variant="secondary"
            onClick={() => setPanel('requestEvidence')}
          />
        )}
        {may('reject') && (
          <Act name={caseCopy.reject} letter="A" variant="danger" onClick={() => setPanel('reject')} />
        )}
        {may('claim') && (
          <Act
            name={staffCase.caseworker ? caseCopy.claimFrom(staffCase.caseworker.name) : caseCopy.claim}
            letter="Ü"
            variant={staffCase.caseworker ? 'secondary' : 'primary'}
            busy={claim.busy ? caseCopy.claiming : undefined}
            onClick={take}
          />
        )}
      </fieldset>
      <ApproveDialog
        staffCase={staffCase}
        findings={findings}
        allowed={may('approve')}
        open={panel === 'approve'}
        onClose={() => setPanel(undefined)}
      />
    </div>
  );
}

type ActProps = {
  name: string;
  letter: string;
  variant: 'primary' | 'secondary' | 'danger';
  busy?: string | undefined;
  onClick: () => void;
};

function Act({ name, letter, variant, busy, onClick }: ActProps) {
  const on = useShortcutsOn();
  return (
    <Button
      variant={variant}
      busy={busy}
      onClick={onClick}
      aria-keyshortcuts={on ? letter.toLowerCase() : undefined}
    >
      {name}
      {on && (
        <span aria-hidden="true">
          <kbd>{letter}</kbd>
        </span>
      )}
    </Button>
  );
}
