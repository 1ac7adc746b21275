import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { IconButton } from '../button/button.tsx';
import { uiCopy } from '../copy.ts';
import { CloseIcon } from '../icons/basic.tsx';
import './dialog.css';

type DialogProps = {
  open: boolean;
  /** Escape, the cross, the back gesture on Android and a press beside it. */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons, the primary one first. */
  actions?: ReactNode;
  /** `full` covers the screen, e.g. for the camera. */
  size?: 'sheet' | 'full';
};

/** A question that must be answered before going on. A sheet from below on a phone. */
export function Dialog({ open, onClose, title, children, actions, size = 'sheet' }: DialogProps) {
  const copy = useCopy(uiCopy);
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog already
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget && size === 'sheet') onClose();
      }}
    >
      {open && (
        <div className="dialog-inside">
          <div className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton label={copy.close} onClick={onClose}>
              <CloseIcon />
            </IconButton>
          </div>
          <div className="dialog-body">{children}</div>
          {actions && <div className="dialog-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
