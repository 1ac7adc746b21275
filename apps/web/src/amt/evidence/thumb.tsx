import type { CaseDocument } from '@jena/shared/cases';
import { useState } from 'react';
import { Link } from '../../lib/link.tsx';
import { classNames } from '../../ui/class-names.ts';
import { DocumentIcon } from '../../ui/icons/icons.tsx';
import { evidenceCopy } from '../copy.evidence.de.ts';
import { amtPaths } from '../lib/places.ts';
import { moment } from '../lib/words.ts';

type ThumbProps = { document: CaseDocument; number: number; label: string; to: string; here: boolean };

/** A small picture of a paper, with its name. Papers without a small picture get a drawing. */
export function Thumb({ document, number, label, to, here }: ThumbProps) {
  const [drawn, setDrawn] = useState(document.mediaType === 'application/pdf');
  return (
    <Link
      to={to}
      className={classNames('thumb', here && 'thumb-here')}
      aria-current={here ? 'true' : undefined}
    >
      <span className="thumb-picture">
        <span className="thumb-number">{number}</span>
        {drawn ? (
          <DocumentIcon size={28} />
        ) : (
          <img
            src={amtPaths.preview(document.documentId)}
            alt=""
            loading="lazy"
            onError={() => setDrawn(true)}
          />
        )}
      </span>
      <span className="thumb-words">
        <span className="thumb-name">{label}</span>
        <span className="muted">
          {document.issuedByCity ? evidenceCopy.fromCity : evidenceCopy.added(moment(document.addedAt))}
        </span>
      </span>
    </Link>
  );
}
