import { type Answer, isCodes } from '@jena/shared/forms';
import { assertNever } from '@jena/shared/kernel';
import { lazy, Suspense } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import type { StoredFile } from '../../../offline/drafts.ts';
import { Checkbox, CheckboxGroup, RadioGroup, Select } from '../../../ui/choice/choice.tsx';
import { DateField } from '../../../ui/date-field/date-field.tsx';
import { FieldGroup, useFieldIds } from '../../../ui/field/field.tsx';
import { TextArea, TextField } from '../../../ui/text-field/text-field.tsx';
import { formsCopy } from '../copy.ts';
import type { FormDraft } from '../draft-session.ts';
import type { FormData } from '../form-data.ts';
import { suggestStreets } from '../suggest.ts';
import { fieldId, type LocalField, originInWords } from '../words.ts';

// Few pages need these.
const Choices = lazy(async () => ({ default: (await import('./choices.tsx')).Choices }));
const CaptureField = lazy(async () => ({
  default: (await import('../../../offline/capture/capture-field.tsx')).CaptureField,
}));

const PhotoCode = lazy(async () => ({ default: (await import('./photo-code.tsx')).PhotoCode }));

export type FieldInputProps = {
  field: LocalField;
  /** 'birthDate', or 'persons.0.birthDate' inside a group. */
  path: string;
  answer: Answer | undefined;
  onAnswer: (answer: Answer | undefined) => void;
  error: string | undefined;
  origin: FormDraft['origins'][string] | undefined;
  data: FormData;
  draftId: string;
  files: readonly StoredFile[];
  onFiles: (files: StoredFile[]) => void;
  /** A chosen file is being read, or no longer: who goes on meanwhile would go without it. */
  onReading: (reading: boolean) => void;
};

/** What the phone shows to type with. A quantity is no `type="number"`: that swallows what it cannot read. */
const keyboards = {
  text: {},
  email: { type: 'email' },
  tel: { type: 'tel' },
  number: { inputMode: 'numeric' },
  money: { inputMode: 'decimal' },
  iban: {},
} as const;

/** One question of a form, drawn by its type. */
export function FieldInput(props: FieldInputProps) {
  const { field, path, answer, onAnswer, error, origin, data } = props;
  const copy = useCopy(formsCopy);
  const common = {
    id: fieldId(path),
    name: path,
    label: field.label,
    hint: field.reading ? (
      <Link to={paths.about(field.reading)} target="_blank">
        {copy.readPrivacy}
      </Link>
    ) : (
      field.hint
    ),
    why: field.why,
    error,
    optional: !field.required,
    origin: originInWords(origin, copy),
  };
  const text = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '';
  const onText = (value: string) => onAnswer(value === '' ? undefined : value);
  switch (field.type) {
    case 'text':
    case 'email':
    case 'tel':
    case 'number':
    case 'money':
    case 'iban':
      return (
        <TextField
          {...common}
          {...keyboards[field.type]}
          {...(field.inputMode && { inputMode: field.inputMode })}
          autoComplete={field.autocomplete}
          autoCapitalize={field.rules?.compact || field.type === 'iban' ? 'characters' : undefined}
          width={field.width ?? (field.type === 'money' ? 'medium' : undefined)}
          suffix={field.type === 'money' ? '€' : undefined}
          value={text}
          onChange={onText}
          suggestions={field.codeList === 'streets' ? suggestStreets(data.streets, text) : undefined}
        />
      );
    case 'textarea':
      return <TextArea {...common} {...limitOf(field)} value={text} onChange={onText} />;
    case 'date':
      return (
        <DateField {...common} value={text} onChange={onText} birthday={field.autocomplete === 'bday'} />
      );
    case 'radio':
      return <RadioGroup {...common} options={field.options ?? []} value={text} onChange={onText} />;
    case 'select':
      return <Select {...common} options={optionsOf(field, data)} value={text} onChange={onText} />;
    case 'multiselect':
      return (
        <Suspense>
          <Choices {...common} options={optionsOf(field, data)} values={codes(answer)} onChange={onAnswer} />
        </Suspense>
      );
    case 'checkboxGroup':
      return (
        <CheckboxGroup {...common} options={field.options ?? []} values={codes(answer)} onChange={onAnswer} />
      );
    case 'checkbox':
      return (
        <Checkbox
          {...common}
          checked={answer === true}
          onChange={(checked) => onAnswer(checked || undefined)}
        />
      );
    case 'file':
      return <FileInput {...props} common={common} />;
    case 'group':
      // Groups are drawn item by item; see group-items.tsx.
      return null;
    default:
      return assertNever(field.type);
  }
}

function FileInput(props: FieldInputProps & { common: CommonProps }) {
  const { field, draftId, files, onFiles, onReading, common } = props;
  const copy = useCopy(formsCopy);
  const { control, describedBy } = useFieldIds(common);
  const isCode = field.takes === 'photoCode';
  const capture = (
    <CaptureField
      draftId={draftId}
      field={field.name}
      label={field.label}
      files={files}
      onChange={onFiles}
      onReading={onReading}
      maxFiles={field.rules?.maxFiles ?? 5}
      fromVault={!isCode}
    />
  );
  return (
    <FieldGroup {...common} control={control} describedBy={describedBy}>
      <Suspense fallback={<p className="muted">{copy.captureLoading}</p>}>
        {isCode ? <PhotoCode files={files}>{capture}</PhotoCode> : capture}
      </Suspense>
    </FieldGroup>
  );
}

type CommonProps = Parameters<typeof useFieldIds>[0] & { label: string; name: string; optional: boolean };

function limitOf(field: LocalField): { limit?: number } {
  return field.rules?.maxLength === undefined ? {} : { limit: field.rules.maxLength };
}

function codes(answer: Answer | undefined): readonly string[] {
  return isCodes(answer) ? answer : [];
}

/** Written options first, then the list they stand beside. */
function optionsOf(field: LocalField, data: FormData): { value: string; label: string }[] {
  const written = field.options ?? [];
  const list = field.codeList === 'kitas' || field.codeList === 'countries' ? data[field.codeList] : [];
  return [...list.map(({ code, name }) => ({ value: code, label: name })), ...written];
}
