import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { type Option, Select } from '../../../ui/choice/choice.tsx';
import { FieldGroup, type FieldProps, useFieldIds } from '../../../ui/field/field.tsx';
import { PlusIcon, TrashIcon } from '../../../ui/icons/more.tsx';
import { formsCopy } from '../copy.ts';

type ChoicesProps = FieldProps & {
  label: string;
  options: readonly (Option & { label: string })[];
  values: readonly string[];
  onChange: (values: string[]) => void;
};

/** Several answers out of a long list, e.g. nationalities: one select for each, and a button for one more. */
export function Choices({ options, values, onChange, ...field }: ChoicesProps) {
  const copy = useCopy(formsCopy);
  const { control, describedBy } = useFieldIds(field);
  const [more, setMore] = useState(false);
  const rows = values.length === 0 || more ? [...values, ''] : values;

  function choose(index: number, value: string) {
    const chosen = rows
      .map((row, position) => (position === index ? value : row))
      .filter((row) => row !== '');
    if (index === values.length) setMore(false);
    onChange([...new Set(chosen)]);
  }

  return (
    <FieldGroup {...field} control={control} describedBy={describedBy}>
      <div className="form-choices">
        {rows.map((value, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row named after its answer would be a new one, without the focus, with each key that a person presses
          <div className="form-choice" key={index}>
            <Select
              id={`${control}-${index}`}
              name={`${field.name}-${index}`}
              label={copy.choice(index + 1)}
              options={options}
              value={value}
              onChange={(next) => choose(index, next)}
            />
            {value !== '' && rows.length > 1 && (
              <Button variant="quiet" icon={<TrashIcon />} onClick={() => choose(index, '')}>
                {copy.removeChoice(options.find((option) => option.value === value)?.label ?? value)}
              </Button>
            )}
          </div>
        ))}
        {values.length > 0 && !more && (
          <Button variant="quiet" icon={<PlusIcon />} onClick={() => setMore(true)}>
            {copy.addChoice}
          </Button>
        )}
      </div>
    </FieldGroup>
  );
}
