import type { RuleView } from '@jena/shared/automation';
import type { Ask } from '@jena/shared/platform';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextArea } from '../../ui/text-field/text-field.tsx';
import { automationCopy as words } from '../copy.automation.de.ts';
import { copy } from '../copy.de.ts';
import { ActButton } from '../jobs/act-button.tsx';
import { client } from '../lib/client.ts';
import { useAct } from '../lib/use-act.ts';
import { moment, staffSentence } from '../lib/words.ts';
import { rulesChanged } from './rules-changed.ts';

type Props = { rule: RuleView };

/** Off by one click of one person; on by two people, after a trial. */
export function RuleSwitch({ rule }: Props) {
  const [open, setOpen] = useState(false);
  if (rule.isOn) return <SwitchOff rule={rule} />;
  if (!rule.simulation?.finishedAt) return <p className="muted">{words.needsTrial}</p>;
  if (rule.asks.length > 0) return rule.asks.map((ask) => <Waiting key={ask.id} rule={rule} ask={ask} />);
  if (open) return <AskForm rule={rule} onClose={() => setOpen(false)} />;
  return (
    <p>
      <Button aria-label={words.switchOnOf(rule.title.de)} onClick={() => setOpen(true)}>
        {words.switchOn}
      </Button>
    </p>
  );
}

function SwitchOff({ rule: { id, version, title } }: Props) {
  const act = useAct({
    call: client.automation.switchOff.mutate,
    done: words.switchedOff,
    changed: rulesChanged,
  });
  return (
    <p>
      <ActButton
        act={act}
        onPress={() => act.run({ rule: id, version })}
        label={words.switchOffOf(title.de)}
        working={words.switchingOff}
      >
        {words.switchOff}
      </ActButton>
    </p>
  );
}

function AskForm({ rule: { id, version }, onClose }: Props & { onClose: () => void }) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const act = useAct({
    call: client.automation.askOn.mutate,
    done: words.asked,
    changed: rulesChanged,
    onDone: onClose,
  });
  const missing = reason.trim().length < 5;
  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!missing) act.run({ rule: id, version, reason: reason.trim() });
  }
  return (
    <form className="rule-form" onSubmit={send} noValidate>
      <TextArea
        name={`reason-${id}`}
        label={words.reason}
        hint={words.reasonHint}
        rows={2}
        limit={300}
        value={reason}
        onChange={setReason}
        error={tried && missing ? words.reasonShort : undefined}
      />
      {act.error && (
        <Notice tone="danger" live="assertive">
          {staffSentence(act.error)}
        </Notice>
      )}
      <div className="rule-buttons">
        <Button type="submit" busy={act.busy ? words.asking : undefined}>
          {words.switchOn}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {copy.cancel}
        </Button>
      </div>
    </form>
  );
}

function Waiting({ rule: { id, version }, ask }: Props & { ask: Ask }) {
  const confirm = useAct({
    call: client.automation.confirmOn.mutate,
    done: words.confirmed,
    changed: rulesChanged,
  });
  const drop = useAct({ call: client.automation.dropOn.mutate, done: words.dropped, changed: rulesChanged });
  const failure = confirm.error ?? drop.error;
  const input = { rule: id, version, askId: ask.id };
  const at = moment(ask.askedAt);
  return (
    <Notice
      tone="warning"
      title={ask.mine ? words.yours(at) : words.waiting(ask.askedBy, at)}
      live="polite"
      action={
        <div className="rule-buttons">
          {!ask.mine && (
            <Button busy={confirm.busy ? words.confirming : undefined} onClick={() => confirm.run(input)}>
              {words.confirm}
            </Button>
          )}
          <Button
            variant="secondary"
            busy={drop.busy ? words.dropping : undefined}
            onClick={() => drop.run(input)}
          >
            {words.drop}
          </Button>
        </div>
      }
    >
      <p>{ask.reason}</p>
      <p>{words.until(moment(ask.endsAt))}</p>
      {failure && <p role="alert">{staffSentence(failure)}</p>}
    </Notice>
  );
}
