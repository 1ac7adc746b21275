import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../../ui/button/button.tsx';
import { CloseIcon } from '../../ui/icons/basic.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar/progress-bar.tsx';
import { CameraView } from './camera-view.tsx';
import { CheckPage } from './check-page.tsx';
import type { CaptureCopy } from './copy.de.ts';
import { useCaptureCopy } from './copy.ts';
import { CornerEditor } from './corner-editor.tsx';
import type { ScanPage } from './document/pages.ts';
import { PagesView } from './pages-view.tsx';
import { sniff } from './sniff.ts';
import { type CaptureStep, useCapture } from './use-capture.ts';
import { usePages } from './use-pages.ts';
import './capture-dialog.css';
import './check-page.css';

export type CaptureStart = { kind: 'camera' } | { kind: 'file'; file: File } | { kind: 'pages' };

type CaptureDialogProps = {
  start: CaptureStart;
  /** The pages that the document has already. */
  pages: readonly ScanPage[];
  /** Keeps the document on the phone after each change; without a page there is none. */
  onDocument: (content: Blob | undefined) => Promise<void>;
  /** A file that is no picture, chosen instead of a photograph. */
  onFile: (file: File) => void;
  onClose: () => void;
};

/** The whole screen: viewfinder, corners, check. Escape and the back gesture close it. */
export function CaptureDialog({ start, pages, onDocument, onFile, onClose }: CaptureDialogProps) {
  const copy = useCaptureCopy();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  const box = usePages(pages, onDocument);
  const capture = useCapture({ start, box, onClose });
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

  async function choose(file: File) {
    const { kind } = await sniff(file);
    if (kind === 'picture' || kind === 'maybe_picture') void capture.read(file);
    else onFile(file);
  }

  function bodyOf(): ReactNode {
    switch (step.at) {
      case 'camera':
        return (
          <CameraView
            pages={box.pages}
            problem={step.problem}
            onPhoto={capture.read}
            onFile={(file) => void choose(file)}
            onOutline={capture.outline}
            onPages={capture.showPages}
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
            fromCamera={start.kind !== 'file'}
            onCut={capture.cut}
            onAgain={capture.again}
          />
        );
      case 'check':
        return (
          <CheckPage
            checked={step}
            fromCamera={start.kind !== 'file'}
            onLook={capture.showAs}
            onTurn={capture.turnRight}
            onUse={capture.use}
            onAgain={capture.again}
            onCorners={capture.backToCorners}
          />
        );
      case 'pages':
        return (
          <PagesView
            box={box}
            problem={step.problem}
            onChange={(change) => void capture.changePages(change)}
            onRetake={({ id }) => capture.photograph(id)}
            onMore={() => capture.photograph()}
            onDone={onClose}
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
  if (step.at === 'pages') return copy.pagesTitle;
  return step.at === 'check' ? copy.checkTitle : copy.cameraTitle;
}
