import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { formatBytes } from '../../../lib/format.ts';
import type { OutboxItem } from '../../../offline/outbox.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { casesCopy } from '../copy.ts';

/** Where something in the outbox stands, in words; the same words wherever it is shown. */
export function OutboxProgress({ item }: { item: OutboxItem }) {
  const copy = useCopy(casesCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { state } = item;
  const words = { submission: copy.sending, evidence: copy.evidence, letter: copy.letter }[item.kind];
  switch (state.kind) {
    case 'uploading': {
      if (item.sent >= item.total) return <ProgressBar label={copy.sending.checking} />;
      const label = copy.sending.uploading(
        formatBytes(item.sent, language),
        formatBytes(item.total, language),
      );
      return <ProgressBar label={label} value={item.sent} max={item.total} />;
    }
    case 'paused': {
      const label = copy.sending.paused(formatBytes(item.sent, language), formatBytes(item.total, language));
      return <ProgressBar label={label} value={item.sent} max={item.total} />;
    }
    case 'submitting':
      return <ProgressBar label={words.submitting} />;
    case 'done':
      return (
        <Notice tone="success" live="polite">
          {state.receipt ? copy.receipt(state.receipt.reference) : copy.taskSent}
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
          {state.kind === 'waiting_for_network' ? copy.sending.waiting_for_network : words[state.kind]}
        </p>
      );
  }
}
