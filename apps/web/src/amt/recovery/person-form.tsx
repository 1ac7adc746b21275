import type { DocumentPerson } from '@jena/shared/identity';
import { isDay } from '@jena/shared/kernel';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { DateField } from '../../ui/date-field/date-field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextField } from '../../ui/text-field/text-field.tsx';
import { recoveryCopy as words } from '../copy.recovery.de.ts';
import { staffSentence } from '../lib/words.ts';

type PersonFormProps = {
  submit: string;
  busy: string | undefined;
  error: unknown;
  onSubmit: (person: DocumentPerson) => void;
};

const texts = ['givenNames', 'familyName', 'birthPlace'] as const;

/** What stands on the document that lies on the counter; never filled in by the product. */
export function PersonForm({ submit, busy, error, onSubmit }: PersonFormProps) {
  const [typed, setTyped] = useState({ givenNames: '', familyName: '', birthPlace: '', birthDate: '' });
  const [tried, setTried] = useState(false);
  const { birthDate } = typed;
  const missing = (name: (typeof texts)[number]) => typed[name].trim() === '';
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isDay(birthDate) || texts.some(missing)) return;
    onSubmit({ ...typed, birthDate });
  }
  return (
    <form className="amt-form" onSubmit={send} noValidate>
      {texts.map((name) => (
        <TextField
          key={name}
          name={name}
          label={words[name]}
          value={typed[name]}
          maxLength={120}
          error={tried && missing(name) ? words.missing : undefined}
          onChange={(value) => setTyped((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <DateField
        name="birthDate"
        label={words.birthDate}
        value={birthDate}
        error={tried && !isDay(birthDate) ? words.missing : undefined}
        onChange={(value) => setTyped((before) => ({ ...before, birthDate: value }))}
      />
      {Boolean(error) && (
        <Notice tone="danger" live="assertive">
          {staffSentence(error)}
        </Notice>
      )}
      <div className="amt-buttons">
        <Button type="submit" busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
