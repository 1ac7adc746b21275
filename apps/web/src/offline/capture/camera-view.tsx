import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { CameraIcon, DocumentIcon } from '../../ui/icons/icons.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { useCaptureCopy } from './copy.ts';
import type { CaptureProblem } from './problem.ts';
import { type CameraState, useCamera } from './use-camera.ts';
import { searchEdge } from './vision/find-page.ts';
import type { Quad } from './vision/geometry.ts';

const lookEvery = 400;

type CameraViewProps = {
  saved: number;
  problem: CaptureProblem | undefined;
  onPhoto: (photo: Blob | ImageBitmap) => void;
  onFile: (file: File) => void;
  onOutline: (frame: ImageBitmap) => Promise<Quad | undefined>;
  onDone: () => void;
};

/** The viewfinder: live picture, outline of the sheet, one big shutter. Without a camera, the ways round it. */
export function CameraView({ saved, problem, onPhoto, onFile, onOutline, onDone }: CameraViewProps) {
  const copy = useCaptureCopy();
  const { state, video, shoot } = useCamera();
  const quad = useOutline(video, state === 'live', onOutline);
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
            <polygon points={outlinePoints(quad, video.current)} />
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
          {state === 'starting' ? copy.cameraStarting : quad ? copy.seen : copy.notSeen}
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
          {saved > 0 ? (
            <Button variant="light" onClick={onDone}>
              {copy.done}
              <span className="sr-only">, {copy.strip(saved)}</span>
            </Button>
          ) : (
            <span />
          )}
        </div>
        {saved > 0 && <p className="cap-hint">{copy.strip(saved)}</p>}
      </div>
    </>
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

type FileInputProps = {
  ref: RefObject<HTMLInputElement | null>;
  label: string;
  camera?: boolean;
  onFile: (file: File) => void;
};

function FileInput({ ref, label, camera = false, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={label}
      accept={camera ? 'image/*' : 'image/jpeg,image/png,application/pdf'}
      {...(camera ? { capture: 'environment' as const } : {})}
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file) onFile(file);
      }}
    />
  );
}

/** A refused camera is no dead end: the phone's own camera app and the files are still there. */
function NoCamera({
  state,
  onFile,
}: {
  state: Extract<CameraState, 'denied' | 'missing'>;
  onFile: (file: File) => void;
}) {
  const copy = useCaptureCopy();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const denied = state === 'denied';
  return (
    <div className="cap-working">
      <Notice tone="info" live="polite" title={denied ? copy.deniedTitle : copy.missingTitle}>
        {denied ? copy.deniedText : copy.missingText}
      </Notice>
      <Button block icon={<DocumentIcon />} onClick={() => files.current?.click()}>
        {copy.chooseFile}
      </Button>
      {denied && (
        <Button block variant="secondary" icon={<CameraIcon />} onClick={() => camera.current?.click()}>
          {copy.cameraApp}
        </Button>
      )}
      <FileInput ref={files} label={copy.chooseFile} onFile={onFile} />
      <FileInput ref={camera} label={copy.cameraApp} camera onFile={onFile} />
    </div>
  );
}

/** Looks for the sheet a few times a second, one frame after the other. */
function useOutline(
  video: RefObject<HTMLVideoElement | null>,
  live: boolean,
  find: (frame: ImageBitmap) => Promise<Quad | undefined>,
): Quad | undefined {
  const [quad, setQuad] = useState<Quad>();
  useEffect(() => {
    if (!live) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    async function look() {
      const seen = await frameOf(video.current).then((frame) => frame && find(frame));
      if (!gone) setQuad(seen);
    }
    function lookAgain() {
      look()
        // A frame that could not be looked at is skipped; the shutter works without the hint.
        .catch(() => undefined)
        .finally(() => {
          if (!gone) timer = setTimeout(lookAgain, lookEvery);
        });
    }
    lookAgain();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [live, video, find]);
  return quad;
}

async function frameOf(video: HTMLVideoElement | null): Promise<ImageBitmap | undefined> {
  if (!video || video.videoWidth === 0) return undefined;
  const scale = searchEdge / Math.max(video.videoWidth, video.videoHeight);
  return createImageBitmap(video, {
    resizeWidth: Math.round(video.videoWidth * scale),
    resizeHeight: Math.round(video.videoHeight * scale),
  });
}

function outlinePoints(quad: Quad, { videoWidth, videoHeight }: HTMLVideoElement): string {
  return quad.map(({ x, y }) => `${x * videoWidth},${y * videoHeight}`).join(' ');
}
