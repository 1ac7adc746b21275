import type { ReactNode } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { classNames } from '../class-names.ts';
import { uiCopy } from '../copy.ts';
import { ErrorText, Field, FieldGroup, type FieldProps, Hint, useFieldIds } from '../field/field.tsx';
import './choice.css';

export type Option = { value: string; label: ReactNode; hint?: ReactNode };

type OneProps = FieldProps & { options: readonly Option[]; value: string; onChange: (value: string) => void };

/** One of a few: all of them in sight, each a target for a thumb. */
export function RadioGroup({ options, value, onChange, ...field }: OneProps) {
  const { control, describedBy } = useFieldIds(field);
  return (
    <FieldGroup {...field} control={control} describedBy={describedBy}>
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="radio"
              name={field.name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span className="choice-words">
              {option.label}
              {option.hint && <span className="field-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

type ManyProps = FieldProps & {
  options: readonly Option[];
  values: readonly string[];
  onChange: (values: string[]) => void;
};

/** Any number of a few. Answers come back in the order of the options. */
export function CheckboxGroup({ options, values, onChange, ...field }: ManyProps) {
  const { control, describedBy } = useFieldIds(field);
  function toggle(value: string) {
    const chosen = options
      .map((option) => option.value)
      .filter((known) => (known === value ? !values.includes(known) : values.includes(known)));
    onChange(chosen);
  }
  return (
    <FieldGroup {...field} control={control} describedBy={describedBy}>
      <div className="choices">
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input
              type="checkbox"
              name={field.name}
              value={option.value}
              checked={values.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
            <span className="choice-words">
              {option.label}
              {option.hint && <span className="field-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}

type CheckboxProps = Omit<FieldProps, 'labelAsHeading'> & {
  checked: boolean;
  onChange: (checked: boolean) => void;
};

/** One yes that may stay open: a consent, a „gilt auch für“. */
export function Checkbox({ checked, onChange, ...field }: CheckboxProps) {
  const { control, describedBy } = useFieldIds(field);
  return (
    <div className={classNames('field', field.error !== undefined && 'field-wrong')}>
      {field.error !== undefined && <ErrorText id={`${control}-error`}>{field.error}</ErrorText>}
      <label className="choice">
        <input
          id={control}
          type="checkbox"
          name={field.name}
          checked={checked}
          onChange={(event) => onChange(event.target.checked)}
          aria-describedby={describedBy}
          aria-invalid={field.error !== undefined || undefined}
        />
        <span className="choice-words">{field.label}</span>
      </label>
      {field.hint && <Hint id={`${control}-hint`}>{field.hint}</Hint>}
    </div>
  );
}

/** One of many; the phone brings its own list. */
export function Select({ options, value, onChange, ...field }: OneProps) {
  const copy = useCopy(uiCopy);
  const { control, describedBy } = useFieldIds(field);
  return (
    <Field {...field} control={control}>
      <select
        id={control}
        name={field.name}
        className="control select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describedBy}
        aria-invalid={field.error !== undefined || undefined}
        aria-required={!field.optional}
      >
        <option value="">{copy.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
