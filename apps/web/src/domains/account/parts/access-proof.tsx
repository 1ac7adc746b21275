import { type AccessLog, type AccessVerdict, verifyAccessLog } from '@jena/shared/account';
import { useEffect, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { accountCopy } from '../copy.ts';

/** Recomputes the log's hashes on this device and says what came out. @param log oldest entry first */
export function AccessProof({ log }: { log: AccessLog }) {
  const copy = useCopy(accountCopy).log.proof;
  const [verdict, setVerdict] = useState<AccessVerdict>();
  const { subject, entries, head } = log;
  const oldest = entries[0]?.number;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the log's array is made anew at each drawing; these name what it holds
  useEffect(() => {
    let isCurrent = true;
    void verifyAccessLog({ subject, entries, head }).then((found) => isCurrent && setVerdict(found));
    return () => {
      isCurrent = false;
    };
  }, [subject, oldest, head.number, head.hash]);
  if (verdict === undefined) return null;
  if (!verdict.intact)
    return (
      <Notice tone="danger" title={copy.broken} live="assertive">
        {copy.brokenHint}
      </Notice>
    );
  return (
    <Notice tone="success" title={copy.intact}>
      {verdict.isComplete ? copy.intactHint : copy.intactSoFar}
    </Notice>
  );
}
