import { type GroupItem, isItems, type ReachedField } from '@jena/shared/forms';
import { useCopy } from '../../../lib/copy.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { PlusIcon, TrashIcon } from '../../../ui/icons/more.tsx';
import { formsCopy } from '../copy.ts';
import { itemNumber, type LocalField } from '../words.ts';
import { FieldInput, type FieldInputProps } from './field-input.tsx';

type GroupItemsProps = Omit<FieldInputProps, 'path' | 'error' | 'answer' | 'origin' | 'onAnswer'> & {
  items: ReachedField[][];
  /** As typed, not as it counts: an item keeps what a hidden question was answered. */
  given: unknown;
  onAnswer: (items: GroupItem[]) => void;
  errorAt: (path: string) => string | undefined;
};

/** The items of a repeated group, e.g. the people who move too: one card each. */
export function GroupItems({ field, items, given, onAnswer, errorAt, ...rest }: GroupItemsProps) {
  const copy = useCopy(formsCopy);
  const current = isItems(given) ? given : [];
  const counted = field.repeat?.countFrom !== undefined;

  function change(index: number, name: string, answer: GroupItem[string] | undefined) {
    const length = Math.max(items.length, current.length, index + 1);
    const next = Array.from({ length }, (_, position) => ({ ...current[position] }));
    const item = next[index];
    if (!item) return;
    if (answer === undefined) delete item[name];
    else item[name] = answer;
    onAnswer(next);
  }

  return (
    <div className="stack-large">
      {items.map((fields, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: people have no other name here than their number
        <Card as="section" key={index} aria-label={copy.person(itemNumber(field, index))}>
          <h2 className="form-item-title">{copy.person(itemNumber(field, index))}</h2>
          <div className="stack-large">
            {fields.map((reached) => (
              <FieldInput
                {...rest}
                key={reached.path}
                field={reached.field as LocalField}
                path={reached.path}
                answer={current[index]?.[reached.field.name]}
                origin={undefined}
                error={errorAt(reached.path)}
                onAnswer={(answer) =>
                  change(index, reached.field.name, answer as GroupItem[string] | undefined)
                }
              />
            ))}
          </div>
          {!counted && items.length > (field.repeat?.min ?? 0) && (
            <Button
              variant="quiet"
              icon={<TrashIcon />}
              onClick={() => onAnswer(current.filter((_, position) => position !== index))}
            >
              {copy.removeItem(copy.person(itemNumber(field, index)))}
            </Button>
          )}
        </Card>
      ))}
      {!counted && items.length < (field.repeat?.max ?? 20) && (
        <Button variant="secondary" icon={<PlusIcon />} onClick={() => onAnswer([...current, {}])}>
          {copy.addItem}
        </Button>
      )}
    </div>
  );
}
