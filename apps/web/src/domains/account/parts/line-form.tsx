import { type FormEvent, useEffect, useId, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { contactCopy } from '../contact.copy.ts';
import './contact.css';

type LineFormProps = {
  name: string;
  label: string;
  hint: string;
  initial?: string;
  type: 'email' | 'tel' | 'text';
  inputMode: 'email' | 'tel' | 'numeric';
  autoComplete: string;
  width?: 'short' | 'full';
  submit: string;
  busy: string | undefined;
  failure: string | undefined;
  /** The sentence when what is typed cannot be right. */
  problem: (typed: string) => string | undefined;
  onSave: (typed: string) => Promise<string | undefined>;
  /** Left out where there is nothing to go back to. */
  onClose?: () => void;
};

/** One question with its button. `onSave` may answer with what is wrong. */
export function LineForm({
  initial = '',
  submit,
  busy,
  failure,
  problem,
  onSave,
  onClose,
  ...field
}: LineFormProps) {
  const copy = useCopy(contactCopy);
  const id = useId();
  const [typed, setTyped] = useState(initial);
  const [wrong, setWrong] = useState<string>();
  useEffect(() => {
    if (onClose) document.getElementById(id)?.focus();
  }, [id, onClose]);
  async function save(event: FormEvent) {
    event.preventDefault();
    const found = problem(typed.trim()) ?? (await onSave(typed.trim()));
    setWrong(found);
    if (found) document.getElementById(id)?.focus();
  }
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <TextField {...field} id={id} value={typed} onChange={setTyped} error={wrong} />
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <div className="contact-buttons">
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
        {onClose && (
          <Button variant="secondary" onClick={onClose}>
            {copy.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
