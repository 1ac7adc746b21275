import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { mandatesCopy } from '../copy.ts';
import './mandates.css';

type FormCardProps = {
  title: string;
  intro: string;
  save: string;
  busy: boolean;
  failure: string | undefined;
  /** What is wrong, by the name of the field; the first takes the focus. */
  problems: () => Partial<Record<string, string>>;
  onProblems: (problems: Partial<Record<string, string>>) => void;
  onSave: () => Promise<void>;
  onClose: () => void;
  children: ReactNode;
};

/** A small form in place, with its questions, what went wrong, and the two ways on. Fields have the id `mandate-<name>`. */
export function FormCard({ title, intro, save, busy, failure, children, ...acts }: FormCardProps) {
  const copy = useCopy(mandatesCopy);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  function submit(event: FormEvent) {
    event.preventDefault();
    const found = acts.problems();
    acts.onProblems(found);
    const [first] = Object.keys(found);
    if (first === undefined) return void acts.onSave();
    const field = document.getElementById(`mandate-${first}`);
    (field?.matches('fieldset') ? field.querySelector<HTMLElement>('input') : field)?.focus();
  }
  return (
    <Card as="section" aria-label={title}>
      <form className="stack" onSubmit={submit} noValidate>
        <h2 ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p>{intro}</p>
        {children}
        {failure && (
          <Notice tone="warning" live="assertive">
            {failure}
          </Notice>
        )}
        <div className="mandate-buttons">
          <Button type="submit" busy={busy ? copy.working : undefined}>
            {save}
          </Button>
          <Button variant="secondary" onClick={acts.onClose}>
            {copy.cancel}
          </Button>
        </div>
      </form>
    </Card>
  );
}
