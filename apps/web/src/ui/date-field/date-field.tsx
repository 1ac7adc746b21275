import { useState } from 'react';
import { useCopy } from '../../lib/copy.ts';
import { uiCopy } from '../copy.ts';
import { FieldGroup, type FieldProps, useFieldIds } from '../field/field.tsx';
import './date-field.css';

type Parts = { day: string; month: string; year: string };

function toParts(value: string): Parts {
  const [year = '', month = '', day = ''] = value.split('-');
  return { day: day.replace(/^0(?=\d)/, ''), month: month.replace(/^0(?=\d)/, ''), year };
}

/** 'YYYY-MM-DD' as far as typed; '' when nothing is. An unfinished date is kept, so that a draft loses nothing. */
function toValue({ day, month, year }: Parts): string {
  if (!day && !month && !year) return '';
  const two = (part: string) => (part === '' ? '' : part.padStart(2, '0'));
  return `${year}-${two(month)}-${two(day)}`;
}

type DateFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** For a birthday: the phone may fill it in. */
  birthday?: boolean;
};

/** A date that people know by heart, as three numbers; a calendar would be slower and harder to reach by keyboard. */
export function DateField({ value, onChange, birthday = false, ...field }: DateFieldProps) {
  const copy = useCopy(uiCopy);
  const { control, describedBy } = useFieldIds(field);
  const [typed, setTyped] = useState(() => ({ parts: toParts(value), value }));
  // A value from outside (a draft, the ID card) wins over what stood here; our own echo does not.
  const parts = typed.value === value ? typed.parts : toParts(value);

  function change(part: keyof Parts, text: string) {
    const digits = text.replace(/\D/g, '');
    const next = { ...parts, [part]: digits };
    setTyped({ parts: next, value: toValue(next) });
    onChange(toValue(next));
  }

  const inputs = [
    { part: 'day', label: copy.day, length: 2, autoComplete: 'bday-day' },
    { part: 'month', label: copy.month, length: 2, autoComplete: 'bday-month' },
    { part: 'year', label: copy.year, length: 4, autoComplete: 'bday-year' },
  ] as const;
  return (
    <FieldGroup {...field} control={control} describedBy={describedBy}>
      <div className="date">
        {inputs.map(({ part, label, length, autoComplete }) => (
          <div className="date-part" key={part}>
            <label htmlFor={`${control}-${part}`}>{label}</label>
            <input
              id={`${control}-${part}`}
              name={`${field.name}-${part}`}
              className={`control date-${part}`}
              value={parts[part]}
              onChange={(event) => change(part, event.target.value)}
              inputMode="numeric"
              maxLength={length}
              autoComplete={birthday ? autoComplete : 'off'}
              aria-invalid={field.error !== undefined || undefined}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}
