import type { StaffCase } from '@jena/shared/cases';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Select } from '../../ui/choice/choice.tsx';
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

type RequestFormProps = {
  staffCase: StaffCase;
  fields: readonly { name: string; label: string }[];
  /** False when the case moved on meanwhile; what is typed stays readable. */
  allowed: boolean;
  onClose: () => void;
};

/** Asks the citizen for a missing paper, in words that stand beside as they will be read. */
export function RequestForm({ staffCase, fields, allowed, onClose }: RequestFormProps) {
  const words = caseCopy.requestForm;
  const draft = useWorkDraft(`request:${staffCase.id}`, {
    field: likelyField(staffCase, fields),
    reason: '',
  });
  const [tried, setTried] = useState(false);
  const { field, reason } = draft.value;
  const act = useAct({
    call: client.cases.staff.requestEvidence.mutate,
    done: words.done,
    changed: caseChanged,
    onDone() {
      draft.forget();
      onClose();
    },
  });
  const values = useLetterValues(staffCase);
  const open = openPlaces(reason);
  const problem = checkReason(reason);
  const reasonError = { short: words.reasonShort, long: words.reasonLong };
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (field && !problem && !open && allowed)
      act.run({ caseId: staffCase.id, field, reason: reason.trim() });
  }
  const label = fields.find((known) => known.name === field)?.label;
  return (
    <FormPanel title={words.title} onSubmit={send} onClose={onClose}>
      <Select
        name="field"
        label={words.field}
        options={fields.map(({ name, label: text }) => ({ value: name, label: text }))}
        value={field}
        onChange={(next) => draft.change({ field: next, reason })}
        error={tried && !field ? words.fieldMissing : undefined}
      />
      <LetterBlocks
        use="request"
        values={label === undefined ? values : { ...values, paper: label }}
        text={reason}
        onText={(text) => draft.change({ field, reason: text })}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        rows={4}
        limit={1000}
        value={reason}
        onChange={(next) => draft.change({ field, reason: next })}
        error={tried ? (problem ? reasonError[problem] : open) : undefined}
      />
      <section className="panel-preview" aria-label={words.preview}>
        <h4>{words.preview}</h4>
        <p className="panel-preview-title">{label && words.previewTitle(label)}</p>
        <p className="panel-preview-text">
          {reason.trim() || <span className="muted">{words.previewEmpty}</span>}
        </p>
        <p className="small muted">{words.previewDue}</p>
      </section>
      <div className="panel-buttons">
        {act.error && (
          <Notice tone="danger" live="assertive">
            {staffSentence(act.error)}
          </Notice>
        )}
        <Button
          type="submit"
          busy={act.busy ? words.sending : undefined}
          disabledReason={allowed ? undefined : caseCopy.gone}
        >
          {words.send}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
    </FormPanel>
  );
}

/** What is asked for again is most often what came last. */
function likelyField({ documents }: StaffCase, fields: RequestFormProps['fields']): string {
  const last = documents.findLast((document) => !document.issuedByCity)?.field;
  return (fields.find((field) => field.name === last) ?? fields[0])?.name ?? '';
}
