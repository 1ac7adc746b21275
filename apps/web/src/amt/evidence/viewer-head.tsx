import type { ReactNode } from 'react';
import { ExternalIcon } from '../../ui/icons/icons.tsx';
import { evidenceCopy } from '../copy.evidence.de.ts';

type ViewerHeadProps = { heading: string; address: string; children?: ReactNode };

/** What a viewer shows, its tools, and the way to see it in a tab of its own. */
export function ViewerHead({ heading, address, children }: ViewerHeadProps) {
  return (
    <div className="viewer-head">
      <h2>{heading}</h2>
      <fieldset className="viewer-tools" aria-label={evidenceCopy.tools}>
        {children}
        <a className="btn-icon" href={address} target="_blank" rel="noopener" title={evidenceCopy.newTab}>
          <ExternalIcon size={20} />
          <span className="sr-only">{evidenceCopy.newTab}</span>
        </a>
      </fieldset>
    </div>
  );
}
