import { useSyncExternalStore } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { IconButton } from '../button/button.tsx';
import { uiCopy } from '../copy.ts';
import { CloseIcon } from '../icons/basic.tsx';
import { createToasts } from './toasts.ts';
import './toast.css';

const toasts = createToasts();

/** Says what was just done, with a way back: `showToast({ text: 'Nachricht gelöscht', undo })`. */
export const showToast = toasts.show;

/** The place where toasts appear; the shell has one. Stays while a pointer or the focus is on it. */
export function ToastRegion() {
  const copy = useCopy(uiCopy);
  const shown = useSyncExternalStore(toasts.subscribe, toasts.current, () => undefined);
  return (
    <div
      className="toasts no-print"
      role="status"
      onPointerEnter={toasts.hold}
      onPointerLeave={toasts.release}
      onFocus={toasts.hold}
      onBlur={toasts.release}
    >
      {shown && (
        <div className="toast" key={shown.id}>
          <p className="toast-text">{shown.text}</p>
          {shown.undo && (
            <button
              type="button"
              className="toast-undo"
              onClick={() => {
                shown.undo?.();
                toasts.dismiss();
              }}
            >
              {copy.undo}
            </button>
          )}
          <IconButton label={copy.close} onClick={toasts.dismiss}>
            <CloseIcon />
          </IconButton>
        </div>
      )}
    </div>
  );
}
