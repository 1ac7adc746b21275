import { isDay } from '@jena/shared/kernel';
import { type DocumentDetails, type DocumentType, documentTypes } from '@jena/shared/vault';
import { useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { Checkbox, Select } from '../../../ui/choice/choice.tsx';
import { DateField } from '../../../ui/date-field/date-field.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { vaultCopy } from '../copy.ts';
import { documentTypeCopy } from '../types.copy.ts';

/** What a person typed so far; `name` follows the kind until they give one. */
export type Typed = {
  type: DocumentType | '';
  name: string | null;
  issuer: string;
  validUntil: string;
  remind: boolean;
};
type Wrong = Partial<Record<'type' | 'name' | 'validUntil', true>>;

/** The state of the questions about a document, and what came of them. */
export function useDetails(start: Typed) {
  const names = useCopy(documentTypeCopy);
  const [typed, setTyped] = useState(start);
  const [wrong, setWrong] = useState<Wrong>({});
  const name = typed.name ?? (typed.type === '' || typed.type === 'other' ? '' : names.type[typed.type]);

  /** `undefined` when something is missing; what it is then stands beside its field. */
  function read(): { name: string; details: DocumentDetails } | undefined {
    const { type, issuer, validUntil, remind } = typed;
    const day = validUntil === '' ? null : isDay(validUntil) ? validUntil : undefined;
    const found: Wrong = {
      ...(type === '' && { type: true as const }),
      ...(type !== '' && name.trim() === '' && { name: true as const }),
      ...(day === undefined && { validUntil: true as const }),
    };
    setWrong(found);
    if (type === '' || day === undefined || Object.keys(found).length > 0) return undefined;
    return { name: name.trim(), details: { type, issuer: issuer.trim(), validUntil: day, remind } };
  }

  return { typed, setTyped, name, wrong, read };
}

type Details = ReturnType<typeof useDetails>;

/** What it is: asked first, for the rest follows from it. */
export function TypeQuestion({ typed, setTyped, wrong }: Details) {
  const copy = useCopy(vaultCopy);
  const names = useCopy(documentTypeCopy);
  return (
    <>
      <Select
        name="art"
        label={copy.whatLabel}
        value={typed.type}
        error={wrong.type && copy.whatMissing}
        options={documentTypes.map((type) => ({ value: type, label: names.type[type] }))}
        onChange={(value) =>
          setTyped((before) => ({ ...before, type: documentTypes.find((type) => type === value) ?? '' }))
        }
      />
      {typed.type === 'photograph' && <Notice title={copy.photoTitle}>{copy.photoText}</Notice>}
    </>
  );
}

/** Name, issuer and the last day. */
export function OtherQuestions({ typed, setTyped, name, wrong }: Details) {
  const copy = useCopy(vaultCopy);
  return (
    <>
      <TextField
        name="name"
        label={copy.nameLabel}
        hint={copy.nameHint}
        error={wrong.name && copy.nameMissing}
        value={name}
        maxLength={110}
        onChange={(value) => setTyped((before) => ({ ...before, name: value }))}
      />
      <TextField
        name="aussteller"
        label={copy.issuerLabel}
        hint={copy.issuerHint}
        optional
        value={typed.issuer}
        maxLength={120}
        onChange={(issuer) => setTyped((before) => ({ ...before, issuer }))}
      />
      <DateField
        name="gueltig-bis"
        label={copy.validLabel}
        hint={copy.validHint}
        error={wrong.validUntil && copy.validWrong}
        optional
        value={typed.validUntil}
        onChange={(validUntil) => setTyped((before) => ({ ...before, validUntil }))}
      />
      {typed.validUntil !== '' && (
        <Checkbox
          name="erinnern"
          label={copy.remindLabel}
          hint={copy.remindHint}
          checked={typed.remind}
          onChange={(remind) => setTyped((before) => ({ ...before, remind }))}
        />
      )}
    </>
  );
}
