import type { VaultDocument } from '@jena/shared/vault';
import { useState } from 'react';
import { useLive } from '../../../lib/live.ts';
import { DocumentIcon } from '../../../ui/icons/more.tsx';
import './vault.css';

/** A small picture of the first page; a drawing where there is none, or no network to fetch it. */
export function Thumbnail({ document }: { document: Pick<VaultDocument, 'id' | 'hasPreview' | 'state'> }) {
  const { online } = useLive();
  const [failed, setFailed] = useState(false);
  const shown = document.hasPreview && document.state === 'available' && online && !failed;
  return (
    <span className="vault-thumb">
      {shown ? (
        <img src={`/files/${document.id}/preview`} alt="" loading="lazy" onError={() => setFailed(true)} />
      ) : (
        <DocumentIcon />
      )}
    </span>
  );
}
