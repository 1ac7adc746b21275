import { useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { formatBytes } from '../../../lib/format.ts';
import { navigate } from '../../../lib/navigation.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { discardSubmission, editAgain, type OutboxItem, retrySubmission } from '../../../offline/outbox.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { casesCopy } from '../copy.ts';
import './outbox-row.css';

/** One submission on its way: where it stands in words, and what the person can do. */
export function OutboxRow({ item, title }: { item: OutboxItem; title: string }) {
  const copy = useCopy(casesCopy);
  return (
    <Card as="article" className="outbox-row" aria-label={title}>
      <h3 className="outbox-title">{title}</h3>
      <Progress item={item} />
      <div className="outbox-buttons">
        {item.state.kind === 'waiting_for_login' && (
          <LinkButton to={paths.login(paths.cases())}>{copy.logIn}</LinkButton>
        )}
        {item.state.kind === 'done' && (
          <>
            <LinkButton to={paths.case(item.state.receipt.caseId)}>{copy.toCase}</LinkButton>
            <Button variant="quiet" onClick={() => void discardSubmission(item.id)}>
              {copy.hide}
            </Button>
          </>
        )}
        {item.mayRetry && <Button onClick={() => void retrySubmission(item.id)}>{copy.retry}</Button>}
        {item.mayEdit && <Edit item={item} />}
        {item.mayDiscard && item.state.kind !== 'done' && <Discard item={item} />}
      </div>
    </Card>
  );
}

function Progress({ item }: { item: OutboxItem }) {
  const copy = useCopy(casesCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { state } = item;
  switch (state.kind) {
    case 'uploading': {
      const words = copy.sending.uploading(
        formatBytes(item.sent, language),
        formatBytes(item.total, language),
      );
      return <ProgressBar label={words} value={item.sent} max={Math.max(1, item.total)} />;
    }
    case 'submitting':
      return <ProgressBar label={copy.sending.submitting} />;
    case 'done':
      return (
        <Notice tone="success" live="polite">
          {copy.receipt(state.receipt.reference)}
        </Notice>
      );
    case 'problem':
      return (
        <Notice tone="warning" title={copy.sending.problem}>
          {errors[state.code] ?? errors['platform.unexpected']}
          {state.file && ` ${copy.problemFile(state.file)}`}
        </Notice>
      );
    default:
      return (
        <p role="status" className="muted">
          {copy.sending[state.kind]}
        </p>
      );
  }
}

function Edit({ item }: { item: OutboxItem }) {
  const copy = useCopy(casesCopy);
  const language = useLanguage();
  async function edit() {
    const draft = await editAgain(item.id);
    if (draft) navigate(localPath(language, paths.formReview(draft.serviceSlug)));
  }
  return (
    <Button variant="secondary" onClick={() => void edit()}>
      {copy.edit}
    </Button>
  );
}

function Discard({ item }: { item: OutboxItem }) {
  const copy = useCopy(casesCopy);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="quiet" onClick={() => setAsking(true)}>
        {copy.discard}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={copy.discardTitle}
        actions={
          <>
            <Button variant="danger" onClick={() => void discardSubmission(item.id)}>
              {copy.discard}
            </Button>
            <Button variant="secondary" onClick={() => setAsking(false)}>
              {copy.keep}
            </Button>
          </>
        }
      >
        {copy.discardText}
      </Dialog>
    </>
  );
}
