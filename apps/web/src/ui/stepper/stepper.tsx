import { useCopy } from '../../lib/copy.ts';
import { uiCopy } from '../copy.ts';
import './stepper.css';

/** Where one is in a form: „Schritt 3 von 7“, the step's name and a bar. `step` counts from 1. */
export function Stepper({ step, of, name }: { step: number; of: number; name: string }) {
  const copy = useCopy(uiCopy);
  return (
    <div className="steps">
      <p className="steps-words">
        <span className="steps-count">{copy.step(step, of)}</span> <span className="steps-name">{name}</span>
      </p>
      <div className="steps-bar" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the segments are their positions
          <span key={index} className={index < step ? 'steps-past' : undefined} />
        ))}
      </div>
    </div>
  );
}
