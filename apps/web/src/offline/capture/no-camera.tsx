import { type RefObject, useRef } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { CameraIcon, DocumentIcon } from '../../ui/icons/more.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { acceptedFiles } from './accept.ts';
import { useCaptureCopy } from './copy.ts';
import type { CameraState } from './use-camera.ts';

type FileInputProps = {
  ref: RefObject<HTMLInputElement | null>;
  label: string;
  camera?: boolean;
  onFile: (file: File) => void;
};

/** The plain way to a file, behind a button of ours. */
export function FileInput({ ref, label, camera = false, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={label}
      accept={camera ? 'image/*' : acceptedFiles()}
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
export function NoCamera({
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
