import type { StaffCase } from '@jena/shared/cases';
import { type FormEvent, useRef, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextArea } from '../../ui/text-field/text-field.tsx';
import { deskCopy } from '../copy.desk.de.ts';
import { caseChanged, client } from '../lib/client.ts';
import { useWorkDraft } from '../lib/drafts.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import './notes.css';

/** What colleagues wrote about the case for each other. */
export function Notes({ staffCase }: { staffCase: StaffCase }) {
  const words = deskCopy.notes;
  const form = useRef<HTMLFormElement>(null);
  const draft = useWorkDraft(`note:${staffCase.id}`, '');
  const [tried, setTried] = useState(false);
  const act = useAct({
    call: client.cases.staff.addNote.mutate,
    done: words.saved,
    changed: caseChanged,
    onDone() {
      draft.change('');
      draft.forget();
      setTried(false);
    },
  });
  useShortcuts({ v: () => form.current?.querySelector('textarea')?.focus() });
  const text = draft.value.trim();
  function save(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (text) act.run({ caseId: staffCase.id, text });
  }
  return (
    <section className="notes" aria-labelledby="case-notes">
      <h3 id="case-notes">{words.title}</h3>
      {staffCase.notes.length === 0 && <p className="muted">{words.none}</p>}
      <ul className="notes-list">
        {staffCase.notes.map((note) => (
          <li key={note.id} className="note">
            <p className="note-text">{note.text ?? <em>{words.unreadable}</em>}</p>
            <p className="small muted">{words.by(note.by, moment(note.at))}</p>
          </li>
        ))}
      </ul>
      {!staffCase.unreadable && (
        <form ref={form} className="notes-form" noValidate onSubmit={save}>
          <TextArea
            name="note"
            label={words.field}
            hint={words.hint}
            rows={3}
            limit={4000}
            value={draft.value}
            onChange={draft.change}
            error={tried && !text ? words.empty : undefined}
          />
          {act.error && (
            <Notice tone="danger" live="assertive">
              {staffSentence(act.error)}
            </Notice>
          )}
          <Button type="submit" variant="secondary" busy={act.busy ? words.saving : undefined}>
            {words.save}
          </Button>
        </form>
      )}
    </section>
  );
}
