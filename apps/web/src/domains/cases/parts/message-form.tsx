import type { CaseDetail } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { type FormEvent, lazy, Suspense, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import type { Words } from '../../../offline/hidden.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { TextArea } from '../../../ui/text-field/text-field.tsx';
import { caseCopy } from '../case.copy.ts';
import { sendOrKeep } from './send-or-keep.ts';
import { useCaseAct } from './use-case-act.ts';

const VaultPicker = lazy(async () => ({
  default: (await import('../../vault/parts/vault-picker.tsx')).VaultPicker,
}));

const mostAttached = 5;

type FormProps = { detail: CaseDetail; begun: Words; onClose: () => void };

/** A message to the office, with documents of the vault: what is in it was checked before. */
export function MessageForm({ detail, begun, onClose }: FormProps) {
  const copy = useCopy(caseCopy);
  const language = useLanguage();
  const { online } = useLive();
  const { act, busy, failure } = useCaseAct();
  const [body, setBody] = useState(begun.body);
  const [tried, setTried] = useState(false);
  const [attached, setAttached] = useState<Words['documents']>(begun.documents);
  const [picking, setPicking] = useState(false);
  // Made once: sent again after a lost answer, it arrives once.
  const [idempotencyKey] = useState(() => newId<'idempotency'>());
  const isEmpty = body.trim().length < 3;

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isEmpty) return;
    const { id: caseId, serviceSlug } = detail;
    const write = () =>
      sendOrKeep(
        { use: 'message', caseId, serviceSlug, until: null },
        { body: body.trim(), documents: attached },
        { idempotencyKey, language, online },
      );
    if (await act(write, (done) => (done === 'sent' ? copy.sent : copy.kept))) onClose();
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <TextArea
        name="nachricht"
        label={copy.body}
        rows={4}
        limit={4000}
        value={body}
        onChange={setBody}
        error={tried && isEmpty ? copy.bodyMissing : undefined}
      />
      {attached.map(({ id, name }) => (
        <p key={id}>
          {copy.attached(name)}{' '}
          <Button variant="quiet" onClick={() => setAttached(attached.filter((one) => one.id !== id))}>
            {copy.detach}
            <span className="sr-only">: {name}</span>
          </Button>
        </p>
      ))}
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure.sentence}
        </Notice>
      )}
      {!online && <p className="muted small">{copy.keepsOffline}</p>}
      <div className="message-buttons">
        <Button type="submit" busy={busy ? copy.sending : undefined}>
          {copy.send}
        </Button>
        {online && attached.length < mostAttached && (
          <Button variant="secondary" onClick={() => setPicking(true)}>
            {copy.attach}
          </Button>
        )}
        <Button variant="quiet" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
      {picking && (
        <Suspense fallback={null}>
          <VaultPicker
            without={attached.map(({ id }) => id)}
            onPick={(document) => {
              setAttached([...attached, { id: document.id, name: document.name }]);
              setPicking(false);
            }}
            onClose={() => setPicking(false)}
          />
        </Suspense>
      )}
    </form>
  );
}
