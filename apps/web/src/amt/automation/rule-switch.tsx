import type { RuleView } from '@jena/shared/automation';
import type { Ask } from '@jena/shared/platform';
import { useState } from 'react';
import { Button } from '../../ui/button/button.tsx';
import { automationCopy as words } from '../copy.automation.de.ts';
import { twoAgreeCopy } from '../copy.two-agree.de.ts';
import { ActButton } from '../jobs/act-button.tsx';
import { client } from '../lib/client.ts';
import { useAct } from '../lib/use-act.ts';
import { AskForm, WaitingAsk } from '../parts/two-agree.tsx';
import { rulesChanged } from './rules-changed.ts';

type Props = { rule: RuleView };

/** Off by one click of one person; on by two people, after a trial. */
export function RuleSwitch({ rule }: Props) {
  const [open, setOpen] = useState(false);
  if (rule.isOn) return <SwitchOff rule={rule} />;
  if (!rule.simulation?.finishedAt) return <p className="muted">{words.needsTrial}</p>;
  if (rule.asks.length > 0) return rule.asks.map((ask) => <Waiting key={ask.id} rule={rule} ask={ask} />);
  if (open) return <AskOn rule={rule} onClose={() => setOpen(false)} />;
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

function AskOn({ rule: { id, version }, onClose }: Props & { onClose: () => void }) {
  const act = useAct({
    call: client.automation.askOn.mutate,
    done: twoAgreeCopy.asked,
    changed: rulesChanged,
    onDone: onClose,
  });
  return (
    <AskForm
      name={`reason-${id}`}
      label={words.switchOn}
      act={act}
      onSend={(reason) => act.run({ rule: id, version, reason })}
      onClose={onClose}
    />
  );
}

function Waiting({ rule: { id, version }, ask }: Props & { ask: Ask }) {
  const changed = rulesChanged;
  const confirm = useAct({ call: client.automation.confirmOn.mutate, done: words.confirmed, changed });
  const drop = useAct({ call: client.automation.dropOn.mutate, done: twoAgreeCopy.dropped, changed });
  const input = { rule: id, version, askId: ask.id };
  return (
    <WaitingAsk
      ask={ask}
      about={words}
      confirm={{ ...confirm, run: () => confirm.run(input) }}
      drop={{ ...drop, run: () => drop.run(input) }}
    />
  );
}
