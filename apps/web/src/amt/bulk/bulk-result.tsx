import type { QueueRow } from '@jena/shared/cases';
import type { CaseId } from '@jena/shared/kernel';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { deskCopy } from '../copy.desk.de.ts';
import { queueCopy } from '../copy.queue.de.ts';
import { staffSentence } from '../lib/words.ts';
import type { BulkResult } from './use-bulk.ts';

type BulkResultProps = {
  result: BulkResult;
  taken: ReadonlyMap<CaseId, QueueRow>;
  onClose: () => void;
};

/** How many it worked for; for each other one, which and why. */
export function BulkResultBox({ result, taken, onClose }: BulkResultProps) {
  const words = deskCopy.bulk;
  const failed = result.outcomes.filter((outcome) => !outcome.ok);
  const done = result.outcomes.length - failed.length;
  const sentence = result.wasUndo ? words.undone(done) : words.allDone(done);
  return (
    <Notice
      tone={failed.length === 0 ? 'success' : 'warning'}
      title={words.result}
      live="polite"
      action={
        <span className="bulk-buttons">
          {result.undo && (
            <Button variant="secondary" onClick={result.undo}>
              {words.undo}
            </Button>
          )}
          <Button variant="quiet" onClick={onClose}>
            {words.close}
          </Button>
        </span>
      }
    >
      <p>{failed.length === 0 ? sentence : words.partly(done, failed.length)}</p>
      {failed.length > 0 && (
        <ul className="bulk-failed">
          {failed.map((outcome) => {
            const row = taken.get(outcome.id);
            return (
              <li key={outcome.id}>
                <strong>{row?.applicant ?? queueCopy.unreadable}</strong> ({row?.reference}):{' '}
                {staffSentence(outcome.error)}
              </li>
            );
          })}
        </ul>
      )}
    </Notice>
  );
}
