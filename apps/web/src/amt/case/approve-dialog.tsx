import { needsSecond, type StaffCase } from '@jena/shared/cases';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { copy } from '../copy.de.ts';
import { caseChanged, client } from '../lib/client.ts';
import { useDesk } from '../lib/desk.ts';
import { useAct } from '../lib/use-act.ts';
import { staffSentence } from '../lib/words.ts';

type ApproveDialogProps = {
  staffCase: StaffCase;
  findings: readonly string[];
  allowed: boolean;
  open: boolean;
  onClose: () => void;
};

/** Says what an approval sets going, and what is still unusual, before it happens. */
export function ApproveDialog({ staffCase, findings, allowed, open, onClose }: ApproveDialogProps) {
  const words = caseCopy.approveDialog;
  const { awake } = useDesk();
  const isProposal = needsSecond(staffCase.serviceSlug);
  const act = useAct({
    call: client.cases.staff.approve.mutate,
    done: isProposal ? caseCopy.proposal.proposed : words.done,
    changed: caseChanged,
    onDone: onClose,
  });
  function close() {
    act.reset();
    onClose();
  }
  return (
    <Dialog
      open={open && awake}
      onClose={close}
      title={words.title}
      actions={
        <>
          <Button
            busy={act.busy ? (isProposal ? caseCopy.proposal.proposing : words.sending) : undefined}
            disabledReason={allowed ? undefined : caseCopy.gone}
            onClick={() => act.run({ caseId: staffCase.id, note: '' })}
          >
            {isProposal ? caseCopy.proposal.propose : words.send}
          </Button>
          <Button variant="secondary" onClick={close}>
            {copy.cancel}
          </Button>
        </>
      }
    >
      {isProposal ? (
        <p>{caseCopy.proposal.approveText}</p>
      ) : (
        <>
          <p>{words.text(staffCase.applicant, copy.issued(staffCase.serviceSlug))}</p>
          <p>{words.final}</p>
        </>
      )}
      {findings.length > 0 && (
        <Notice tone="warning" title={words.open(findings.length)}>
          <ul className="case-findings">
            {findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </Notice>
      )}
      {act.error && (
        <Notice tone="danger" live="assertive">
          {staffSentence(act.error)}
        </Notice>
      )}
    </Dialog>
  );
}
