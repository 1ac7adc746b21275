import type { CaseDetail, CaseMessage } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { useLive } from '../../../lib/live.ts';
import { client, queryClient, trpc } from '../../../lib/trpc.ts';
import type { Words } from '../../../offline/hidden.ts';
import { useOutbox } from '../../../offline/outbox.hooks.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { caseCopy } from '../case.copy.ts';
import { casesCopy } from '../copy.ts';
import './case-messages.css';
import { MessageForm } from './message-form.tsx';
import { WaitingLetter } from './waiting-letter.tsx';

type MessagesProps = { detail: CaseDetail; actor: (by: CaseMessage['by']) => string };

/** What person and office wrote to each other, oldest first, and who has read it. */
export function CaseMessages({ detail, actor }: MessagesProps) {
  const copy = useCopy(caseCopy);
  const [writing, setWriting] = useState<Words>();
  const waiting = useOutbox().filter(
    ({ caseId, letter }) => caseId === detail.id && letter?.use === 'message',
  );
  useReadReceipt(detail);
  const mayWrite = detail.may.includes('write');
  if (detail.messages.length + waiting.length === 0 && !mayWrite) return null;
  return (
    <Section title={copy.messages}>
      <div className="stack">
        {detail.messages.length + waiting.length === 0 && <p className="muted">{copy.noMessages}</p>}
        <ol className="thread" aria-label={copy.messages}>
          {detail.messages.map((message) => (
            <Message key={message.id} message={message} detail={detail} from={actor(message.by)} />
          ))}
        </ol>
        {waiting.map((item) => (
          <WaitingLetter key={item.id} item={item} onBack={setWriting} />
        ))}
        {writing && <MessageForm detail={detail} begun={writing} onClose={() => setWriting(undefined)} />}
        {mayWrite && !writing && (
          <div>
            <Button variant="secondary" onClick={() => setWriting({ body: '', documents: [] })}>
              {copy.write}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

type MessageProps = { message: CaseMessage; detail: CaseDetail; from: string };

function Message({ message, detail, from }: MessageProps) {
  const copy = useCopy(caseCopy);
  const words = useCopy(casesCopy);
  const language = useLanguage();
  const { side, body, sentAt, readAt, documentIds } = message;
  const attached = detail.documents.filter(({ documentId }) => documentIds.includes(documentId));
  return (
    <li className={side === 'citizen' ? 'message message-own' : 'message'}>
      <p className="muted small">
        <strong>{from}</strong> · {formatMoment(sentAt, language)}
      </p>
      <p className="message-body" dir="auto">
        {body}
      </p>
      {attached.map(({ documentId, name }) => (
        <p key={documentId}>
          <a href={`/files/${documentId}`}>
            {name} <span className="sr-only">{words.download}</span>
          </a>
        </p>
      ))}
      {side === 'citizen' && (
        <p className="muted small">{readAt ? copy.readBy(formatMoment(readAt, language)) : copy.notRead}</p>
      )}
    </li>
  );
}

/** Tells the office once that its messages were opened. Without a network it is told the next time. */
function useReadReceipt({ id, messages }: CaseDetail) {
  const { online } = useLive();
  const isNew = messages.some(({ side, readAt }) => side === 'office' && readAt === null);
  useEffect(() => {
    if (!isNew || !online) return;
    client.cases.readMessages.mutate({ idempotencyKey: newId<'idempotency'>(), caseId: id }).then(
      () => queryClient.invalidateQueries({ queryKey: trpc.cases.detail.queryKey({ caseId: id }) }),
      // Not worth a word to the person: it is tried again when the page is opened again.
      () => undefined,
    );
  }, [isNew, online, id]);
}
