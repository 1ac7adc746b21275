import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextArea } from '../../ui/text-field/text-field.tsx';
import { copy } from '../copy.de.ts';
import { staffSentence } from '../lib/words.ts';

type ReasonFormProps = {
  /** Tells this field from others on the page. */
  name: string;
  words: { reason: string; reasonHint: string; reasonShort: string };
  rows: number;
  /** In characters. */
  atLeast: number;
  limit: number;
  text: string;
  onText: (text: string) => void;
  button: { label: string; busy: string };
  act: { busy: boolean; error: unknown };
  onSend: (reason: string) => void;
  onClose: () => void;
};

/** An act that needs a reason in words: the field, what went wrong, and the two ways on. */
export function ReasonForm({ words, text, button, act, onSend, onClose, ...field }: ReasonFormProps) {
  const [tried, setTried] = useState(false);
  const reason = text.trim();
  const isShort = reason.length < field.atLeast;
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isShort) onSend(reason);
  }
  return (
    <form className="amt-form" onSubmit={send} noValidate>
      <TextArea
        name={field.name}
        label={words.reason}
        hint={words.reasonHint}
        rows={field.rows}
        limit={field.limit}
        value={text}
        onChange={field.onText}
        error={tried && isShort ? words.reasonShort : undefined}
      />
      {Boolean(act.error) && (
        <Notice tone="danger" live="assertive">
          {staffSentence(act.error)}
        </Notice>
      )}
      <div className="amt-buttons">
        <Button type="submit" busy={act.busy ? button.busy : undefined}>
          {button.label}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
    </form>
  );
}
