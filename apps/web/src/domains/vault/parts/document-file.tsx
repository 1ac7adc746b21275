import type { VaultDocument } from '@jena/shared/vault';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import { vaultCopy } from '../copy.ts';
import './vault.css';

/** The document itself: its first page, opened by the browser's own viewer, or saved as a file. */
export function DocumentFile({ document }: { document: VaultDocument }) {
  const copy = useCopy(vaultCopy);
  const { online } = useLive();
  const [failed, setFailed] = useState(false);
  if (!online) return <p className="muted">{copy.fileNeedsNetwork}</p>;
  const file = `/files/${document.id}`;
  const isPicture = document.mediaType !== 'application/pdf';
  const picture = isPicture ? file : document.hasPreview ? `${file}/preview` : undefined;
  return (
    <div className="stack">
      {picture && !failed && (
        <a href={file} className="vault-preview">
          <img src={picture} alt={copy.previewOf(document.name)} onError={() => setFailed(true)} />
        </a>
      )}
      <div className="vault-buttons">
        <a href={file} className="btn btn-primary">
          <span>{document.pages ? `${copy.open} (${copy.pages(document.pages)})` : copy.open}</span>
        </a>
        <a href={`${file}?download`} className="btn btn-secondary" download>
          <span>{copy.download}</span>
        </a>
      </div>
    </div>
  );
}
