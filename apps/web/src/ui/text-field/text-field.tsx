import { useId } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { classNames } from '../class-names.ts';
import { uiCopy } from '../copy.ts';
import { Field, type FieldProps, useFieldIds } from '../field/field.tsx';
import './text-field.css';

type Text = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  onBlur?: (() => void) | undefined;
};

type TextFieldProps = Text & {
  type?: 'text' | 'email' | 'tel' | 'search' | 'password' | 'url' | undefined;
  /** Picks the phone's keyboard: `numeric` for digits that are no quantity (postcode, IBAN parts). */
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | undefined;
  /** A token of the HTML standard; WCAG 1.3.5 asks for it wherever a person's own data is meant. */
  autoComplete?: string | undefined;
  autoCapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined;
  maxLength?: number | undefined;
  /** As wide as the answer is long. */
  width?: 'short' | 'medium' | 'full' | undefined;
  /** After the answer, e.g. „€“. */
  suffix?: string | undefined;
  /** Offered while typing; anything else may be typed too. */
  suggestions?: readonly string[] | undefined;
};

/** One line of text. */
export function TextField({
  value,
  onChange,
  onBlur,
  type = 'text',
  width = 'full',
  suffix,
  suggestions,
  inputMode,
  autoComplete,
  autoCapitalize,
  maxLength,
  ...field
}: TextFieldProps) {
  const { control, describedBy } = useFieldIds(field);
  const listId = useId();
  const input = (
    <input
      id={control}
      name={field.name}
      type={type}
      className={classNames('control', width !== 'full' && `control-${width}`)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
      inputMode={inputMode}
      autoComplete={autoComplete ?? 'off'}
      autoCapitalize={autoCapitalize}
      maxLength={maxLength}
      list={suggestions ? listId : undefined}
      aria-describedby={describedBy}
      aria-invalid={field.error !== undefined || undefined}
      aria-required={!field.optional}
    />
  );
  return (
    <Field {...field} control={control}>
      {suffix === undefined ? (
        input
      ) : (
        <span className="text-with-suffix">
          {input}
          <span aria-hidden="true">{suffix}</span>
        </span>
      )}
      {suggestions && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Field>
  );
}

/** Several lines; with `limit` it says how many characters are left, and never cuts what is typed. */
export function TextArea({
  value,
  onChange,
  onBlur,
  rows = 5,
  limit,
  ...field
}: Text & { rows?: number; limit?: number }) {
  const copy = useCopy(uiCopy);
  const { control, describedBy } = useFieldIds(field);
  const left = limit === undefined ? undefined : limit - value.length;
  return (
    <Field {...field} control={control}>
      <textarea
        id={control}
        name={field.name}
        className="control text-area"
        rows={rows}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
        aria-describedby={classNames(describedBy, left !== undefined && `${control}-left`) || undefined}
        aria-invalid={field.error !== undefined || undefined}
        aria-required={!field.optional}
      />
      {left !== undefined && (
        <p id={`${control}-left`} className={classNames('field-hint', left < 0 && 'text-too-long')}>
          {left < 0 ? copy.charactersTooMany(-left) : copy.charactersLeft(left)}
        </p>
      )}
    </Field>
  );
}
