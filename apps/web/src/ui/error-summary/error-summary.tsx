import { useEffect, useRef } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { uiCopy } from '../copy.ts';
import './error-summary.css';

export type FieldError = { fieldId: string; message: string };

type ErrorSummaryProps = {
  errors: readonly FieldError[];
  /** Change it with every attempt, so that the summary takes the focus again. */
  attempt?: number;
};

/** All that is wrong on a page, on top of it. Takes the focus; each line leads to its field. */
export function ErrorSummary({ errors, attempt = 0 }: ErrorSummaryProps) {
  const copy = useCopy(uiCopy);
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt must take the focus again
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;

  function goTo(fieldId: string) {
    const target = document.getElementById(fieldId);
    const control = target?.matches('fieldset')
      ? target.querySelector<HTMLElement>('input, select, textarea')
      : target;
    (control ?? target)?.focus();
    target?.scrollIntoView({ block: 'center' });
  }

  return (
    <div className="errors" ref={box} tabIndex={-1} role="alert" aria-labelledby="errors-title">
      <h2 className="errors-title" id="errors-title">
        {copy.errorSummary(errors.length)}
      </h2>
      <ul>
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              onClick={(event) => {
                event.preventDefault();
                goTo(error.fieldId);
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
