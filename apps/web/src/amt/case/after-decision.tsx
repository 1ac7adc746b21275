import type { StaffCase } from '@jena/shared/cases';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Disclosure } from '../../ui/disclosure/disclosure.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextArea } from '../../ui/text-field/text-field.tsx';
import { messagesCopy as words } from '../copy.messages.de.ts';
import { caseChanged, client } from '../lib/client.ts';
import { useWorkDraft } from '../lib/drafts.ts';
import { useAct } from '../lib/use-act.ts';
import { day, staffSentence } from '../lib/words.ts';

/** Answers an objection, says how the authority answered that it was passed on to, or takes up again what was decided. */
export function AfterDecision({ staffCase }: { staffCase: StaffCase }) {
  const { allowed, state, decision } = staffCase;
  if (!allowed.includes('reopen')) return null;
  if (state !== 'objected' && state !== 'objection_passed_on')
    return (
      <Disclosure summary={words.again}>
        <AnswerForm staffCase={staffCase} />
      </Disclosure>
    );
  return (
    <section className="case-messages" aria-labelledby="case-objection">
      <h3 id="case-objection">{words.objection}</h3>
      <p>{state === 'objected' ? words.objectionText : words.passedOnText}</p>
      {decision?.isLate && decision.objectionUntil && (
        <Notice tone="warning">{words.late(day(decision.objectionUntil))}</Notice>
      )}
      <AnswerForm staffCase={staffCase} />
    </section>
  );
}

function AnswerForm({ staffCase }: { staffCase: StaffCase }) {
  const draft = useWorkDraft(`after:${staffCase.id}`, '');
  const [tried, setTried] = useState(false);
  const onDone = () => draft.forget();
  const changed = caseChanged;
  const reopen = useAct({ call: client.cases.staff.reopen.mutate, done: words.reopened, changed, onDone });
  const passOn = useAct({
    call: client.cases.staff.passOnObjection.mutate,
    done: words.passedOn,
    changed,
    onDone,
  });
  const deny = useAct({ call: client.cases.staff.denyObjection.mutate, done: words.denied, changed, onDone });
  const isEmpty = draft.value.trim().length < 3;
  const failure = reopen.error ?? passOn.error ?? deny.error;
  const send = (act: typeof reopen) => () => {
    setTried(true);
    if (!isEmpty) act.run({ caseId: staffCase.id, reason: draft.value.trim() });
  };
  return (
    <div className="stack">
      <p className="muted small">{words.againText}</p>
      {staffCase.state === 'objected' && <p className="muted small">{words.ownText}</p>}
      <TextArea
        name="after-reason"
        label={words.reason}
        hint={words.reasonHint}
        rows={4}
        limit={4000}
        value={draft.value}
        onChange={draft.change}
        error={tried && isEmpty ? words.empty : undefined}
      />
      {failure && (
        <Notice tone="danger" live="assertive">
          {staffSentence(failure)}
        </Notice>
      )}
      <div className="amt-buttons">
        <Button variant="secondary" busy={reopen.busy ? words.sending : undefined} onClick={send(reopen)}>
          {words.reopen}
        </Button>
        {staffCase.allowed.includes('passOnObjection') && (
          <Button variant="secondary" busy={passOn.busy ? words.sending : undefined} onClick={send(passOn)}>
            {words.passOn}
          </Button>
        )}
        {staffCase.allowed.includes('denyObjection') && (
          <Button variant="danger" busy={deny.busy ? words.sending : undefined} onClick={send(deny)}>
            {staffCase.state === 'objected' ? words.deny : words.noteDenial}
          </Button>
        )}
      </div>
    </div>
  );
}
