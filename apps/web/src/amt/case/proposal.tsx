import { type Proposal as Proposed, procedureOf, type StaffCase } from '@jena/shared/cases';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { caseChanged, client } from '../lib/client.ts';
import { useWorkDraft } from '../lib/drafts.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import { ReasonForm } from '../parts/reason-form.tsx';
import './proposal.css';

const words = caseCopy.proposal;

/** A decision that waits for a second person: what it says, and for whoever did not propose it the two answers. */
export function Proposal({ staffCase }: { staffCase: StaffCase }) {
  const { proposal } = staffCase;
  if (!proposal) return null;
  const { fourEyes } = procedureOf(staffCase.serviceSlug);
  return (
    <section className="proposal" aria-labelledby="case-proposal">
      <h3 id="case-proposal">{words.title}</h3>
      <p className="proposal-outcome">
        <strong>{words.outcome[proposal.outcome]}</strong>{' '}
        <span className="muted">{words.by(proposal.by, moment(proposal.at))}</span>
      </p>
      {proposal.text === null && <Notice tone="warning">{words.unreadable}</Notice>}
      {proposal.text === '' && <p className="muted">{words.noWords}</p>}
      {proposal.text && (
        <figure className="proposal-text">
          <figcaption className="muted small">{words.words}</figcaption>
          <blockquote>{proposal.text}</blockquote>
        </figure>
      )}
      {fourEyes && <p className="muted small">{words.why[fourEyes]}</p>}
      <Answer staffCase={staffCase} proposal={proposal} />
    </section>
  );
}

function Answer({ staffCase, proposal }: { staffCase: StaffCase; proposal: Proposed }) {
  const { allowed, id: caseId } = staffCase;
  const [returning, setReturning] = useState(false);
  const buttons = useRef<HTMLDivElement>(null);
  const settling = { caseId, proposalId: proposal.id };
  const confirm = useAct({
    call: client.cases.staff.confirmDecision.mutate,
    done: words.confirmed[proposal.outcome],
    changed: caseChanged,
  });
  const takeBack = useAct({
    call: client.cases.staff.returnDecision.mutate,
    done: words.tookBack,
    changed: caseChanged,
  });
  const mayConfirm = allowed.includes('confirmDecision');
  const mayReturn = allowed.includes('returnDecision') && !proposal.mine;
  useShortcuts({
    g: mayConfirm ? () => buttons.current?.querySelector('button')?.focus() : undefined,
    z: mayReturn ? () => setReturning(true) : undefined,
  });
  if (returning && mayReturn)
    return <ReturnForm staffCase={staffCase} proposal={proposal} onClose={() => setReturning(false)} />;
  const failure = confirm.error ?? takeBack.error;
  return (
    <>
      {mayConfirm && <p>{words.check}</p>}
      {failure && (
        <Notice tone="danger" live="assertive">
          {staffSentence(failure)}
        </Notice>
      )}
      <div className="amt-buttons" ref={buttons}>
        {mayConfirm && (
          <Button busy={confirm.busy ? words.confirming : undefined} onClick={() => confirm.run(settling)}>
            {words.confirm}
          </Button>
        )}
        {mayReturn && (
          <Button variant="secondary" onClick={() => setReturning(true)}>
            {words.giveBack}
          </Button>
        )}
        {proposal.mine && allowed.includes('returnDecision') && (
          <Button
            variant="secondary"
            busy={takeBack.busy ? words.sendingBack : undefined}
            onClick={() => takeBack.run({ ...settling, reason: '' })}
          >
            {words.takeBack}
          </Button>
        )}
      </div>
    </>
  );
}

type ReturnFormProps = { staffCase: StaffCase; proposal: Proposed; onClose: () => void };

function ReturnForm({ staffCase, proposal, onClose }: ReturnFormProps) {
  const draft = useWorkDraft(`return:${proposal.id}`, '');
  const act = useAct({
    call: client.cases.staff.returnDecision.mutate,
    done: words.gaveBack,
    changed: caseChanged,
    onDone() {
      draft.forget();
      onClose();
    },
  });
  return (
    <ReasonForm
      name="return-reason"
      words={words}
      rows={3}
      atLeast={3}
      limit={4000}
      text={draft.value}
      onText={draft.change}
      button={{ label: words.sendBack, busy: words.sendingBack }}
      act={act}
      onSend={(reason) => act.run({ caseId: staffCase.id, proposalId: proposal.id, reason })}
      onClose={onClose}
    />
  );
}
