import { useRef, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { CameraIcon, DocumentIcon } from '../../ui/icons/more.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useCaptureCopy } from './copy.ts';
import type { ScanPage } from './document/pages.ts';
import { FileInput, NoCamera } from './no-camera.tsx';
import { PagePicture } from './page-picture.tsx';
import type { CaptureProblem } from './problem.ts';
import type { Sighting } from './steady.ts';
import { useCamera } from './use-camera.ts';
import { useOutline } from './use-outline.ts';
import type { Quad } from './vision/geometry.ts';

type CameraViewProps = {
  pages: readonly ScanPage[];
  problem: CaptureProblem | undefined;
  onPhoto: (photo: Blob | ImageBitmap) => void;
  onFile: (file: File) => void;
  onOutline: (frame: ImageBitmap) => Promise<Sighting>;
  onPages: () => void;
  onDone: () => void;
};

/** The viewfinder: live picture, outline of the sheet, one big shutter. Without a camera, the ways round it. */
export function CameraView({ pages, problem, onPhoto, onFile, onOutline, onPages, onDone }: CameraViewProps) {
  const copy = useCaptureCopy();
  const { state, video, shoot } = useCamera();
  const { quad, hint } = useOutline(video, state === 'live', onOutline);
  const [shooting, setShooting] = useState(false);
  if (state === 'denied' || state === 'missing') return <NoCamera state={state} onFile={onFile} />;

  async function press() {
    if (state !== 'live' || shooting) return;
    setShooting(true);
    try {
      onPhoto(await shoot());
    } catch {
      // The camera was not ready for a moment; the shutter is still there.
      setShooting(false);
    }
  }

  return (
    <>
      <div className="cap-finder">
        <video ref={video} playsInline muted aria-label={copy.cameraView} />
        {quad && video.current && (
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${video.current.videoWidth} ${video.current.videoHeight}`}
            preserveAspectRatio="xMidYMid meet"
          >
            <polygon
              className={hint === 'ready' ? 'cap-ready' : undefined}
              points={outlinePoints(quad, video.current)}
            />
          </svg>
        )}
      </div>
      <div className="cap-controls">
        {problem && (
          <Notice tone="danger" live="assertive">
            {copy.problems[problem]}
          </Notice>
        )}
        <p className="cap-hint" role="status">
          {state === 'starting' ? copy.cameraStarting : copy.hints[hint]}
        </p>
        <div className="cap-shutter-row">
          <FileButton onFile={onFile} />
          <button
            type="button"
            className="cap-shutter"
            aria-label={copy.shutter}
            aria-disabled={state !== 'live' || shooting}
            onClick={() => void press()}
          >
            <CameraIcon size={32} />
          </button>
          {pages.length > 0 ? (
            <Button variant="light" onClick={onDone}>
              {copy.done}
              <span className="sr-only">, {copy.strip(pages.length)}</span>
            </Button>
          ) : (
            <span />
          )}
        </div>
        {pages.length > 0 && <Strip pages={pages} onPages={onPages} />}
      </div>
    </>
  );
}

/** The pages so far, small; one tap leads to all that can be done with them. */
function Strip({ pages, onPages }: { pages: readonly ScanPage[]; onPages: () => void }) {
  const copy = useCaptureCopy();
  return (
    <button type="button" className="cap-strip" aria-label={copy.showPages(pages.length)} onClick={onPages}>
      {pages.map((page) => (
        <PagePicture key={page.id} page={page} alt="" />
      ))}
    </button>
  );
}

function FileButton({ onFile }: { onFile: (file: File) => void }) {
  const copy = useCaptureCopy();
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant="quiet"
        className="cap-on-night"
        icon={<DocumentIcon />}
        onClick={() => chooser.current?.click()}
      >
        {copy.chooseFile}
      </Button>
      <FileInput ref={chooser} label={copy.chooseFile} onFile={onFile} />
    </>
  );
}

function outlinePoints(quad: Quad, { videoWidth, videoHeight }: HTMLVideoElement): string {
  return quad.map(({ x, y }) => `${x * videoWidth},${y * videoHeight}`).join(' ');
}
