import type { Report } from '@jena/shared/forms';
import { useEffect, useRef } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { formsCopy } from '../copy.ts';
import type { FormData } from '../form-data.ts';
import { changeAddress } from '../journey.ts';
import { reviewCopy } from '../review.copy.ts';
import { placedSentence } from '../words.ts';

type FindingsProps = { data: FormData; report: Report; attempt: number };

/** What the review found, page by page, each with the way to its question. Takes the focus when sending was refused. */
export function Findings({ data, report, attempt }: FindingsProps) {
  const copy = useCopy(formsCopy);
  const words = useCopy(reviewCopy);
  const language = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);

  const list = (kind: 'problem' | 'warning') => (
    <ul>
      {(kind === 'problem' ? report.problems : report.warnings).map((found) => (
        <li key={found.path}>
          <Link to={changeAddress(data.service.slug, found.page, found.path)}>
            {placedSentence(data.form, found, kind, { copy, language })}
          </Link>
        </li>
      ))}
    </ul>
  );

  return (
    <div className="stack" ref={box} tabIndex={-1}>
      {report.problems.length > 0 && (
        <Notice tone="danger" title={words.missing(report.problems.length)}>
          <p>{words.missingText}</p>
          {list('problem')}
        </Notice>
      )}
      {report.warnings.length > 0 && (
        <Notice tone="warning" title={words.warnings}>
          {list('warning')}
        </Notice>
      )}
    </div>
  );
}
