import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from '../../ui/button/button.tsx';
import { CloseIcon } from '../../ui/icons/icons.tsx';
import { copy } from '../copy.de.ts';

type FormPanelProps = {
  title: string;
  onSubmit: (event: FormEvent) => void;
  onClose: () => void;
  children: ReactNode;
};

/** A form over the lower part of the case. Not modal: the papers beside it stay usable. */
export function FormPanel({ title, onSubmit, onClose, children }: FormPanelProps) {
  const form = useRef<HTMLFormElement>(null);
  const titleId = useId();
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('select, textarea')?.focus();
  }, []);
  function submit(event: FormEvent) {
    onSubmit(event);
    // What is wrong takes the focus once it is marked.
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
  }
  return (
    <form
      ref={form}
      className="panel"
      aria-labelledby={titleId}
      noValidate
      onSubmit={submit}
      onKeyDown={closeOnEscape}
    >
      <div className="panel-head">
        <h3 id={titleId}>{title}</h3>
        <IconButton label={copy.cancel} onClick={onClose}>
          <CloseIcon />
        </IconButton>
      </div>
      {children}
    </form>
  );
}
