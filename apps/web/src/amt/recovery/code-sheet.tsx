import type { RecoveryId } from '@jena/shared/identity';
import { useQuery } from '@tanstack/react-query';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { recoveryCopy as words } from '../copy.recovery.de.ts';
import { trpc } from '../lib/client.ts';
import { moment, staffSentence } from '../lib/words.ts';

/** The code on paper. It is asked for once and kept nowhere. */
export function CodeSheet({ id, onDone }: { id: RecoveryId; onDone: () => void }) {
  const code = useQuery(
    trpc.identity.recovery.code.queryOptions({ recoveryId: id }, { gcTime: 0, staleTime: Infinity }),
  );
  return (
    <div className="jobs">
      <h1>{words.codeTitle}</h1>
      {code.error && <Notice tone="danger">{staffSentence(code.error)}</Notice>}
      {code.data && (
        <>
          <p>
            <strong className="jobs-code">{code.data.code}</strong>
          </p>
          <p>{words.codeText(moment(code.data.endsAt))}</p>
        </>
      )}
      <div className="amt-buttons no-print">
        <Button onClick={() => window.print()}>{words.print}</Button>
        <Button variant="secondary" onClick={onDone}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}
