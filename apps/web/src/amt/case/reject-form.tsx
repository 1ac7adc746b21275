import { needsSecond, type StaffCase } from '@jena/shared/cases';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextArea } from '../../ui/text-field/text-field.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { copy } from '../copy.de.ts';
import { LetterBlocks } from '../letters/letter-blocks.tsx';
import { useLetterValues } from '../letters/letter-values.ts';
import { caseChanged, client } from '../lib/client.ts';
import { useWorkDraft } from '../lib/drafts.ts';
import { useAct } from '../lib/use-act.ts';
import { staffSentence } from '../lib/words.ts';
import { FormPanel } from './form-panel.tsx';
import { checkReason, openPlaces } from './reason.ts';

type RejectFormProps = { staffCase: StaffCase; allowed: boolean; onClose: () => void };

/** Refuses the application; a reason is owed to the person (§ 39 ThürVwVfG). */
export function RejectForm({ staffCase, allowed, onClose }: RejectFormProps) {
  const words = caseCopy.rejectForm;
  const draft = useWorkDraft(`reject:${staffCase.id}`, '');
  const isProposal = needsSecond(staffCase.serviceSlug);
  const [tried, setTried] = useState(false);
  const act = useAct({
    call: client.cases.staff.reject.mutate,
    done: isProposal ? caseCopy.proposal.proposed : words.done,
    changed: caseChanged,
    onDone() {
      draft.forget();
      onClose();
    },
  });
  const values = useLetterValues(staffCase);
  const open = openPlaces(draft.value);
  const problem = checkReason(draft.value);
  const reasonError = { short: words.reasonShort, long: caseCopy.requestForm.reasonLong };
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!problem && !open && allowed) act.run({ caseId: staffCase.id, note: draft.value.trim() });
  }
  return (
    <FormPanel title={words.title} onSubmit={send} onClose={onClose}>
      <p>{isProposal ? caseCopy.proposal.rejectText : words.text}</p>
      <LetterBlocks use="reject" values={values} text={draft.value} onText={draft.change} />
      <TextArea
        name="note"
        label={words.reason}
        hint={words.reasonHint}
        rows={6}
        limit={1000}
        value={draft.value}
        onChange={draft.change}
        error={tried ? (problem ? reasonError[problem] : open) : undefined}
      />
      <div className="panel-buttons">
        {act.error && (
          <Notice tone="danger" live="assertive">
            {staffSentence(act.error)}
          </Notice>
        )}
        <Button
          type="submit"
          variant="danger"
          busy={act.busy ? (isProposal ? caseCopy.proposal.proposing : words.sending) : undefined}
          disabledReason={allowed ? undefined : caseCopy.gone}
        >
          {isProposal ? caseCopy.proposal.propose : words.send}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
    </FormPanel>
  );
}
