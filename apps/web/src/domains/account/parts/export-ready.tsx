import type { DataExport } from '@jena/shared/account';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatBytes, formatMoment } from '../../../lib/format.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { exportCopy } from '../export.copy.ts';
import { RequestExport } from './request-export.tsx';

/** The archive, to be fetched. */
export function ExportReady({
  id,
  ready,
}: {
  id: DataExport['id'];
  ready: NonNullable<DataExport['ready']>;
}) {
  const copy = useCopy(exportCopy);
  const language = useLanguage();
  const size = formatBytes(ready.bytes, language);
  return (
    <div className="stack">
      <Notice
        tone="success"
        title={copy.ready}
        live="polite"
        action={
          <a className="btn btn-primary" href={`/files/exports/${id}`} download>
            <span>{copy.download}</span>
          </a>
        }
      >
        <p>{copy.readyHint(size, formatMoment(ready.endsAt, language))}</p>
      </Notice>
      <p className="muted small">{copy.keepSafe}</p>
      <RequestExport again />
    </div>
  );
}
