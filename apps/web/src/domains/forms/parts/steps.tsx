import type { Step } from '@jena/shared/forms';
import { useCopy } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { Stepper } from '../../../ui/stepper/stepper.tsx';
import { formsCopy } from '../copy.ts';
import type { FormData } from '../form-data.ts';

type StepsProps = { slug: string; steps: Step<FormData['form']>[]; step: number; name: string };

/** „Schritt 3 von 12“ and, folded, all steps by name with what is done; the review is the last step. */
export function Steps({ slug, steps, step, name }: StepsProps) {
  const copy = useCopy(formsCopy);
  return (
    <nav className="form-steps" aria-label={copy.steps}>
      <Stepper step={step} of={steps.length + 1} name={name} />
      <Disclosure summary={copy.steps} look="inline">
        <ol className="form-step-list">
          {steps.map(({ page, state }) => (
            <li key={page.id} className={`form-step form-step-${state}`}>
              <Link to={paths.form(slug, page.id)} aria-current={state === 'current' ? 'step' : undefined}>
                {page.title}
              </Link>{' '}
              <span className="muted small">{copy.stepState[state]}</span>
            </li>
          ))}
          <li className="form-step">
            <Link to={paths.formReview(slug)} aria-current={step > steps.length ? 'step' : undefined}>
              {copy.stepReview}
            </Link>
          </li>
        </ol>
      </Disclosure>
    </nav>
  );
}
