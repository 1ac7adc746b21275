import type { RuleView } from '@jena/shared/automation';
import { Badge } from '../../ui/badge/badge.tsx';
import { Disclosure } from '../../ui/disclosure/disclosure.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { automationCopy as words } from '../copy.automation.de.ts';
import { day } from '../lib/words.ts';
import { RuleSwitch } from './rule-switch.tsx';
import { RuleTrial } from './rule-trial.tsx';

/** One rule: what it checks and by which law, what it did, its trial and its switch. */
export function RuleCard({ rule }: { rule: RuleView }) {
  const { id, title, version, acts, isOn, isForged, law, checks, runs } = rule;
  const heading = `rule-${id}`;
  const did = Object.values(runs).some((count) => count > 0);
  return (
    <section className="rule-card" aria-labelledby={heading}>
      <header className="rule-head">
        <h2 id={heading}>{title.de}</h2>
        <Badge tone={isOn ? 'success' : 'neutral'}>{isOn ? words.on : words.off}</Badge>
      </header>
      <p className="muted">
        {words.version(version)} · {acts === 'decide' ? words.decides : words.checks}
      </p>
      {isForged && <Notice tone="danger">{words.forged}</Notice>}
      <p>{did ? words.runs(runs) : words.noRuns}</p>
      <Disclosure summary={words.what} look="inline">
        <ul className="rule-checks">
          {checks.map((check) => (
            <li key={check.id}>
              {check.says.de} <span className="muted">({words.otherwise[check.otherwise]})</span>
            </li>
          ))}
        </ul>
        <p>{words.law(law.ref, day(law.asOf))}</p>
        <p className="muted">
          {law.note.de} {law.source === 'unconfirmed' && words.unconfirmed}
        </p>
      </Disclosure>
      {!isForged && <RuleTrial rule={rule} />}
      {!isForged && <RuleSwitch rule={rule} />}
    </section>
  );
}
