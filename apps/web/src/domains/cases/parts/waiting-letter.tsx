import { useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay, formatMoment } from '../../../lib/format.ts';
import type { Words } from '../../../offline/hidden.ts';
import type { OutboxItem } from '../../../offline/outbox.ts';
import { readLetter, takeLetterBack } from '../../../offline/outbox-letters.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { caseCopy } from '../case.copy.ts';
import { OutboxActions } from './outbox-actions.tsx';
import { OutboxProgress } from './outbox-progress.tsx';
import './case-messages.css';

type Props = { item: OutboxItem; onBack: (words: Words) => void };

/** What the person wrote and the office does not have yet: where it stands, and the way back into the form. */
export function WaitingLetter({ item, onBack }: Props) {
  const copy = useCopy(caseCopy);
  const language = useLanguage();
  const words = useWords(item.id);
  const until = item.letter?.until;
  async function takeBack() {
    const taken = await takeLetterBack(item.id);
    if (taken) onBack(taken);
  }
  return (
    <div className="stack">
      <div className="message message-own">
        <p className="muted small">{copy.writtenAt(formatMoment(item.createdAt, language))}</p>
        <p className="message-body" dir="auto">
          {words?.body ?? copy.locked}
        </p>
        {words?.documents.map(({ id, name }) => (
          <p key={id}>{copy.attached(name)}</p>
        ))}
      </div>
      {item.letter?.use === 'objection' && (
        <Notice tone="warning" title={copy.notThereYet}>
          {until ? copy.countsUntil(formatDay(until, language)) : copy.countsLate}
        </Notice>
      )}
      {item.state.kind === 'waiting_for_network' ? (
        <p role="status" className="muted">
          {copy.keptUntilNetwork}
        </p>
      ) : (
        <OutboxProgress item={item} />
      )}
      {item.mayEdit && words && (
        <div>
          <Button variant="secondary" onClick={() => void takeBack()}>
            {copy.takeBack}
          </Button>
        </div>
      )}
      {item.state.kind !== 'waiting_for_network' && <OutboxActions item={item} />}
    </div>
  );
}

function useWords(id: string): Words | undefined {
  const [words, setWords] = useState<Words>();
  useEffect(() => {
    let current = true;
    readLetter(id).then(
      (found) => current && setWords(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [id]);
  return words;
}
