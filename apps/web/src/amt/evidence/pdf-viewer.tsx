import { Notice } from '../../ui/notice/notice.tsx';
import { evidenceCopy } from '../copy.evidence.de.ts';
import type { ViewerProps } from './picture-viewer.tsx';
import { ViewerHead } from './viewer-head.tsx';

/** A PDF in the browser's own viewer, which brings pages, zoom and turning along. */
export function PdfViewer({ address, label, heading }: ViewerProps) {
  return (
    <>
      <ViewerHead heading={heading} address={address} />
      {navigator.pdfViewerEnabled === false ? (
        <Notice>{evidenceCopy.noViewer}</Notice>
      ) : (
        <iframe className="viewer-pdf" src={`${address}#navpanes=0&view=FitH`} title={label} />
      )}
    </>
  );
}
