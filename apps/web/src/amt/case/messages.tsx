import type { StaffCase } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { type FormEvent, useEffect, useState } from 'react';
import { errorCode } from '../../lib/errors.ts';
import { Link } from '../../lib/link.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextArea } from '../../ui/text-field/text-field.tsx';
import { attachmentErrors, attachmentsCopy } from '../copy.attachments.de.ts';
import { messagesCopy as words } from '../copy.messages.de.ts';
import { caseChanged, client } from '../lib/client.ts';
import { useWorkDraft } from '../lib/drafts.ts';
import { amtPaths, type CasePlace } from '../lib/places.ts';
import { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import { Attachments } from './attachments.tsx';
import './messages.css';
import { useAttachments } from './use-attachments.ts';

type MessagesProps = { place: CasePlace; staffCase: StaffCase };

/** What person and office wrote to each other, and a field to answer. */
export function Messages({ place, staffCase }: MessagesProps) {
  useReadReceipt(staffCase);
  return (
    <section className="case-messages" aria-labelledby="case-messages">
      <h3 id="case-messages">{words.title}</h3>
      {staffCase.messages.length === 0 && <p className="muted">{words.none}</p>}
      <ol className="case-thread" aria-label={words.title}>
        {staffCase.messages.map(({ id, side, by, body, sentAt, readAt, documentIds }) => (
          <li key={id} className={side === 'office' ? 'case-message case-message-own' : 'case-message'}>
            <p className="muted small">
              <strong>{side === 'office' ? words.office : nameOf(by, staffCase)}</strong> · {moment(sentAt)}
              {side === 'office' && ` · ${readAt ? words.readBy(moment(readAt)) : words.notRead}`}
            </p>
            <p className="case-note">{body}</p>
            {staffCase.documents
              .filter(({ documentId }) => documentIds.includes(documentId))
              .map(({ documentId, name }) => (
                <p key={documentId}>
                  <Link to={amtPaths.evidence(place.queue, staffCase.id, documentId)}>
                    <bdi>{name}</bdi> <span className="sr-only">{attachmentsCopy.opens}</span>
                  </Link>
                </p>
              ))}
          </li>
        ))}
      </ol>
      {staffCase.allowed.includes('write') && <Write staffCase={staffCase} />}
    </section>
  );
}

type By = StaffCase['messages'][number]['by'];
const nameOf = (by: By, { applicant }: StaffCase) => (by.kind === 'representative' ? by.name : applicant);

function Write({ staffCase }: { staffCase: StaffCase }) {
  const draft = useWorkDraft(`write:${staffCase.id}`, '');
  const attached = useAttachments(staffCase.id);
  const [tried, setTried] = useState(false);
  const act = useAct({
    call: client.cases.staff.write.mutate,
    done: words.sent,
    changed: caseChanged,
    onDone() {
      draft.forget();
      draft.change('');
      setTried(false);
    },
  });
  const isEmpty = draft.value.trim().length < 3;
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isEmpty && !attached.problem)
      act.run({ caseId: staffCase.id, body: draft.value.trim(), documentIds: attached.ready });
  }
  return (
    <form className="stack" noValidate onSubmit={send}>
      <TextArea
        name="message"
        label={words.write}
        hint={words.hint}
        rows={3}
        limit={4000}
        value={draft.value}
        onChange={draft.change}
        error={tried && isEmpty ? words.empty : undefined}
      />
      <Attachments attached={attached} />
      {tried && attached.problem && (
        <Notice tone="warning" live="assertive">
          {attached.problem}
        </Notice>
      )}
      {act.error && (
        <Notice tone="danger" live="assertive">
          {attachmentErrors[errorCode(act.error)] ?? staffSentence(act.error)}
        </Notice>
      )}
      <div>
        <Button type="submit" variant="secondary" busy={act.busy ? words.sending : undefined}>
          {words.send}
        </Button>
      </div>
    </form>
  );
}

/** Tells the person once that the office has opened what they wrote. */
function useReadReceipt({ id, messages }: StaffCase) {
  const isNew = messages.some(({ side, readAt }) => side === 'citizen' && readAt === null);
  useEffect(() => {
    if (!isNew) return;
    client.cases.staff.readMessages.mutate({ idempotencyKey: newId<'idempotency'>(), caseId: id }).then(
      () => caseChanged(),
      // It is told the next time that the case is opened.
      () => undefined,
    );
  }, [isNew, id]);
}
