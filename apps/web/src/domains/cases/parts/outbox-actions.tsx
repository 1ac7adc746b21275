import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { navigate } from '../../../lib/navigation.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { discard, editAgain, type OutboxItem, pause, resume, retry } from '../../../offline/outbox.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { casesCopy } from '../copy.ts';
import { OutboxCard } from './outbox-card.tsx';
import './outbox-row.css';

type Props = { item: OutboxItem };

/** What the person can do about something in the outbox; nothing while it travels. */
export function OutboxActions({ item }: Props) {
  const copy = useCopy(casesCopy);
  return (
    <div className="outbox-buttons">
      {item.state.kind === 'waiting_for_login' && (
        <LinkButton to={paths.login(paths.cases())}>{copy.logIn}</LinkButton>
      )}
      {item.state.kind === 'waiting_for_card' && <OutboxCard />}
      {item.mayRetry && <Button onClick={() => void retry(item.id)}>{copy.retry}</Button>}
      {item.state.kind === 'paused' && (
        <Button onClick={() => void resume(item.id)}>{copy.sending.resume}</Button>
      )}
      {item.mayPause && (
        <Button variant="secondary" onClick={() => void pause(item.id)}>
          {copy.sending.pause}
        </Button>
      )}
      {item.kind !== 'letter' && item.mayEdit && <Edit item={item} />}
      {item.mayDiscard && item.state.kind !== 'done' && <Discard item={item} />}
    </div>
  );
}

function Edit({ item }: Props) {
  const copy = useCopy(casesCopy);
  const language = useLanguage();
  async function edit() {
    const taken = await editAgain(item.id);
    if (!taken) return;
    const to =
      taken.kind === 'evidence'
        ? paths.case(taken.evidence.caseId)
        : paths.formReview(taken.draft.serviceSlug);
    navigate(localPath(language, to));
  }
  return (
    <Button variant="secondary" onClick={() => void edit()}>
      {item.kind === 'evidence' ? copy.evidence.edit : copy.edit}
    </Button>
  );
}

function Discard({ item }: Props) {
  const copy = useCopy(casesCopy);
  const [asking, setAsking] = useState(false);
  const words = { submission: copy, evidence: copy.evidence, letter: copy.letter }[item.kind];
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {copy.discard}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.discardTitle}
        actions={
          <>
            <Button variant="danger" onClick={() => void discard(item.id)}>
              {copy.discard}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {copy.keep}
            </Button>
          </>
        }
      >
        {words.discardText}
      </Dialog>
    </>
  );
}
