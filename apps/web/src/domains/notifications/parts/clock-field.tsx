import { Field, type FieldProps, useFieldIds } from '../../../ui/field/field.tsx';

type ClockFieldProps = FieldProps & { value: string; onChange: (value: string) => void };

/** A time of day ('HH:MM'), with the phone's own wheel. */
export function ClockField({ value, onChange, ...field }: ClockFieldProps) {
  const { control, describedBy } = useFieldIds(field);
  return (
    <Field {...field} control={control}>
      <input
        id={control}
        name={field.name}
        type="time"
        className="control control-short"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-describedby={describedBy}
      />
    </Field>
  );
}
