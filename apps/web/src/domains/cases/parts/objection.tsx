import type { CaseDetail } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import { useLive } from '../../../lib/live.ts';
import { trpc } from '../../../lib/trpc.ts';
import { useOutbox } from '../../../offline/outbox.hooks.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { TextArea } from '../../../ui/text-field/text-field.tsx';
import { CardButton } from '../../identity/parts/card-button.tsx';
import { needsCard } from '../../identity/parts/use-card.ts';
import { caseCopy } from '../case.copy.ts';
import { sendOrKeep } from './send-or-keep.ts';
import { useCaseAct } from './use-case-act.ts';
import { WaitingLetter } from './waiting-letter.tsx';

/** Until when one may object, and the form for it. After the last day it says what is left. */
export function Objection({ detail }: { detail: CaseDetail }) {
  const copy = useCopy(caseCopy);
  const language = useLanguage();
  const [begun, setBegun] = useState<string>();
  const waiting = useOutbox().find(
    ({ caseId, letter }) => caseId === detail.id && letter?.use === 'objection',
  );
  const { decision } = detail;
  if (!decision?.objectionUntil || !detail.may.includes('object')) return null;
  const until = formatDay(decision.objectionUntil, language);
  return (
    <Section title={copy.decision}>
      <div className="stack">
        <p>{decision.isLate ? copy.objectLate(until) : copy.objectUntil(until)}</p>
        {waiting && <WaitingLetter item={waiting} onBack={({ body }) => setBegun(body)} />}
        {!waiting && begun !== undefined && (
          <ObjectionForm detail={detail} begun={begun} onClose={() => setBegun(undefined)} />
        )}
        {!waiting && begun === undefined && (
          <div>
            <Button variant="secondary" onClick={() => setBegun('')}>
              {copy.object}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

type FormProps = { detail: CaseDetail; begun: string; onClose: () => void };

/** The card comes first, so that nothing typed is lost on the way to it. */
function ObjectionForm({ detail, begun, onClose }: FormProps) {
  const copy = useCopy(caseCopy);
  const language = useLanguage();
  const { online } = useLive();
  const me = useQuery(trpc.identity.me.queryOptions());
  const { act, busy, failure } = useCaseAct();
  const [reason, setReason] = useState(begun);
  const [tried, setTried] = useState(false);
  const [idempotencyKey] = useState(() => newId<'idempotency'>());
  const isSure =
    me.data?.kind === 'citizen' && me.data.levelOfAssurance === 'high' && !needsCard(failure?.error);
  const { decision } = detail;
  const until = decision?.isLate ? null : (decision?.objectionUntil ?? null);
  const isEmpty = reason.trim().length < 3;

  async function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (isEmpty) return;
    const { id: caseId, serviceSlug } = detail;
    const object = () =>
      sendOrKeep(
        { use: 'objection', caseId, serviceSlug, until },
        { body: reason.trim(), documents: [] },
        { idempotencyKey, language, online },
      );
    if (await act(object, (done) => (done === 'sent' ? copy.objected : copy.objectionKept))) onClose();
  }

  if (!isSure)
    return (
      <div className="stack">
        <p>{copy.objectCard}</p>
        <div>
          <CardButton returnTo={() => location.pathname} />
        </div>
      </div>
    );
  return (
    <form className="stack" noValidate onSubmit={(event) => void send(event)}>
      <TextArea
        name="widerspruch"
        label={copy.objectWhy}
        hint={copy.objectWhyHint}
        rows={5}
        limit={4000}
        value={reason}
        onChange={setReason}
        error={tried && isEmpty ? copy.objectMissing : undefined}
      />
      <p className="muted small">{copy.objectCosts}</p>
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure.sentence}
        </Notice>
      )}
      {!online && (
        <Notice tone="warning" title={copy.objectOffline}>
          {until ? copy.countsUntil(formatDay(until, language)) : copy.countsLate}
        </Notice>
      )}
      <div className="message-buttons">
        <Button type="submit" busy={busy ? copy.sending : undefined}>
          {copy.objectSend}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
    </form>
  );
}
