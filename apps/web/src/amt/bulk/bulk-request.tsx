import { fillLetter, placesIn, type QueueRow } from '@jena/shared/cases';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Select } from '../../ui/choice/choice.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextArea } from '../../ui/text-field/text-field.tsx';
import { checkReason } from '../case/reason.ts';
import { caseCopy } from '../copy.case.de.ts';
import { deskCopy } from '../copy.desk.de.ts';
import { LetterBlocks } from '../letters/letter-blocks.tsx';
import { useForm } from '../lib/catalogue.ts';

type BulkRequestProps = {
  of: Pick<QueueRow, 'serviceSlug' | 'formVersion'>;
  count: number;
  onSend: (field: string, reason: string) => void;
  onClose: () => void;
};

/** The same paper, asked for in the same words, in all chosen cases of one service. */
export function BulkRequest({ of, count, onSend, onClose }: BulkRequestProps) {
  const form = useForm(of);
  const [field, setField] = useState('');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const words = caseCopy.requestForm;
  const papers = (form.data?.form.pages ?? [])
    .flatMap(({ fields }) => fields)
    .filter(({ type }) => type === 'file')
    .map(({ name, label }) => ({ value: name, label }));
  const open = placesIn(reason);
  const problem = checkReason(reason);
  function send() {
    setTried(true);
    if (field && !problem && open.length === 0) onSend(field, reason.trim());
  }
  const reasonError = problem && { short: words.reasonShort, long: words.reasonLong }[problem];
  const paper = papers.find(({ value }) => value === field)?.label;
  return (
    <Dialog
      open
      onClose={onClose}
      title={deskCopy.bulk.requestTitle(count)}
      actions={
        <>
          <Button onClick={send}>{words.send}</Button>
          <Button variant="quiet" onClick={onClose}>
            {deskCopy.bulk.cancel}
          </Button>
        </>
      }
    >
      <Select
        name="bulk-field"
        label={words.field}
        options={papers}
        value={field}
        onChange={setField}
        error={tried && !field ? words.fieldMissing : undefined}
      />
      <LetterBlocks
        use="request"
        values={paper ? { paper } : {}}
        text={reason}
        onText={(text) => setReason(fillLetter(text, paper ? { paper } : {}).text)}
      />
      <TextArea
        name="bulk-reason"
        label={words.reason}
        hint={words.reasonHint}
        rows={5}
        limit={1000}
        value={reason}
        onChange={setReason}
        error={
          tried
            ? (reasonError ?? (open.length > 0 ? deskCopy.letters.open(open.join(', ')) : undefined))
            : undefined
        }
      />
    </Dialog>
  );
}
