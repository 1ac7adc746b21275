import type { ReactNode } from 'react';
import { useId } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { classNames } from '../class-names.ts';
import { uiCopy } from '../copy.ts';
import { Why } from '../why/why.tsx';
import './field.css';

/** What every field has. Fields take no part in validation; they show what they are given. */
export type FieldProps = {
  /** Also the target of the error summary; defaults to a generated id. */
  id?: string | undefined;
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence that says what is wrong and what to do. */
  error?: string | undefined;
  optional?: boolean | undefined;
  /** The reason for the question, folded. */
  why?: ReactNode;
  /** Where the answer came from, e.g. „vom Online-Ausweis übernommen“. */
  origin?: ReactNode;
  /** The label is the page's heading, where a page asks one thing only. */
  labelAsHeading?: boolean | undefined;
};

export function Hint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="field-hint" id={id}>
      {children}
    </div>
  );
}

/** The error beside its field, with a mark that does not depend on colour. */
export function ErrorText({ id, children }: { id: string; children: ReactNode }) {
  const copy = useCopy(uiCopy);
  return (
    <p className="field-error" id={id}>
      <span className="sr-only">{copy.errorPrefix} </span>
      {children}
    </p>
  );
}

/** The ids that tie label, hint, origin and error to a control. */
export function useFieldIds({
  id,
  hint,
  error,
  origin,
}: Pick<FieldProps, 'id' | 'hint' | 'error' | 'origin'>) {
  const generated = useId();
  const control = id ?? generated;
  const describedBy = classNames(
    Boolean(hint) && `${control}-hint`,
    Boolean(origin) && `${control}-origin`,
    error !== undefined && `${control}-error`,
  );
  return { control, describedBy: describedBy === '' ? undefined : describedBy };
}

function OptionalMark() {
  return <span className="field-optional"> ({useCopy(uiCopy).optional})</span>;
}

type WrapperProps = Omit<FieldProps, 'name' | 'id'> & { control: string; children: ReactNode };

/** Label above, hint, error, control, reason below: for a single control. */
export function Field({
  control,
  label,
  hint,
  error,
  optional,
  why,
  origin,
  labelAsHeading,
  children,
}: WrapperProps) {
  const labelElement = (
    <label className="field-label" htmlFor={control}>
      {label}
      {optional && <OptionalMark />}
    </label>
  );
  return (
    <div className={classNames('field', error !== undefined && 'field-wrong')}>
      {labelAsHeading ? <h1 className="field-heading">{labelElement}</h1> : labelElement}
      {hint && <Hint id={`${control}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorText id={`${control}-error`}>{error}</ErrorText>}
      {children}
      {origin && (
        <p className="field-origin" id={`${control}-origin`}>
          {origin}
        </p>
      )}
      {why && <Why>{why}</Why>}
    </div>
  );
}

/** The same for a group of controls, as fieldset and legend. */
export function FieldGroup({
  control,
  label,
  hint,
  error,
  optional,
  why,
  origin,
  labelAsHeading,
  describedBy,
  children,
}: WrapperProps & { describedBy: string | undefined }) {
  return (
    <fieldset
      id={control}
      tabIndex={-1}
      className={classNames('field', error !== undefined && 'field-wrong')}
      aria-describedby={describedBy}
    >
      <legend className="field-label">
        {labelAsHeading ? <h1 className="field-heading">{label}</h1> : label}
        {optional && <OptionalMark />}
      </legend>
      {hint && <Hint id={`${control}-hint`}>{hint}</Hint>}
      {error !== undefined && <ErrorText id={`${control}-error`}>{error}</ErrorText>}
      {children}
      {origin && (
        <p className="field-origin" id={`${control}-origin`}>
          {origin}
        </p>
      )}
      {why && <Why>{why}</Why>}
    </fieldset>
  );
}
