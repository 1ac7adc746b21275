import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../../ui/button/button.tsx';
import { CloseIcon } from '../../ui/icons/basic.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar/progress-bar.tsx';
import type { StoredFile } from '../drafts.ts';
import { CameraView } from './camera-view.tsx';
import { CheckPage } from './check-page.tsx';
import type { CaptureCopy } from './copy.de.ts';
import { useCaptureCopy } from './copy.ts';
import { CornerEditor } from './corner-editor.tsx';
import { type CaptureStep, useCapture } from './use-capture.ts';
import './capture-dialog.css';

export type CaptureStart = { kind: 'camera' } | { kind: 'file'; file: File };

type CaptureDialogProps = {
  start: CaptureStart;
  /** Pages that are saved already, for the strip. */
  pages: readonly StoredFile[];
  /** Closes after one page: it replaces another, or there is no room for more. */
  onlyOne: boolean;
  /** Keeps a finished page on the phone. */
  onPage: (page: Blob) => Promise<void>;
  /** A file chosen instead of a photograph. */
  onFile: (file: File) => void;
  onClose: () => void;
};

/** The whole screen: viewfinder, corners, check. Escape and the back gesture close it. */
export function CaptureDialog({ start, pages, onlyOne, onPage, onFile, onClose }: CaptureDialogProps) {
  const copy = useCaptureCopy();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const capture = useCapture({ start, onlyOne, onPage, onClose });
  const { step } = capture;
  useEffect(() => {
    const before = document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  // Every step is a new screen: its name is read first.
  const screen = step.at;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the screen changes
  useEffect(() => heading.current?.focus(), [screen]);

  // Outside the form: a press on Enter in here must not send it.
  return createPortal(
    <dialog
      ref={dialog}
      className={`cap-dialog cap-at-${screen}`}
      aria-labelledby={titleId}
      onClose={onClose}
    >
      <header className="cap-head">
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {titleOf(step, copy)}
        </h2>
        <IconButton label={copy.close} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </header>
      {bodyOf()}
    </dialog>,
    document.body,
  );

  function bodyOf(): ReactNode {
    switch (step.at) {
      case 'camera':
        return (
          <CameraView
            pages={pages}
            problem={step.problem}
            onPhoto={capture.read}
            onFile={onFile}
            onOutline={capture.outline}
            onDone={onClose}
          />
        );
      case 'working':
        return (
          <div className="cap-working">
            <ProgressBar label={copy[step.what]} />
          </div>
        );
      case 'corners':
        return (
          <CornerEditor
            picture={step.picture}
            start={step.quad}
            found={step.found}
            fromCamera={start.kind === 'camera'}
            onCut={capture.cut}
            onAgain={capture.again}
          />
        );
      case 'check':
        return (
          <CheckPage
            checked={step}
            fromCamera={start.kind === 'camera'}
            onLook={capture.showAs}
            onTurn={capture.turnRight}
            onUse={capture.use}
            onAgain={capture.again}
            onCorners={capture.backToCorners}
          />
        );
      case 'failed':
        return (
          <div className="cap-working">
            <Notice tone="danger" live="assertive">
              {copy.problems[step.problem]}
            </Notice>
          </div>
        );
    }
  }
}

function titleOf(step: CaptureStep, copy: CaptureCopy): string {
  if (step.at === 'corners') return copy.cornersTitle;
  return step.at === 'check' ? copy.checkTitle : copy.cameraTitle;
}
