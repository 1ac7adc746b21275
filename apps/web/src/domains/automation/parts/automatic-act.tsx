import type { Explanation } from '@jena/shared/automation';
import type { Language } from '@jena/shared/kernel';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import type { AutomationCopy } from '../copy.de.ts';
import './automatic-act.css';

type Props = { act: Explanation; language: Language; copy: AutomationCopy };

/** What a rule did to a case, why, and every check that it made. */
export function AutomaticAct({ act, language, copy }: Props) {
  const why = act.says?.[language] ?? (act.reason && copy.reason[act.reason]);
  return (
    <div className="automatic-act">
      <p>{copy.did[act.do]}</p>
      {why && act.do !== 'ask' && <p>{copy.why(why)}</p>}
      <Disclosure summary={copy.how} look="inline">
        {act.lines.length > 0 && (
          <ul className="automatic-lines">
            {act.lines.map(({ says, result }) => (
              <li key={says.de} className={`automatic-${result}`}>
                {says[language]} <span className="muted">({copy.result[result]})</span>
              </li>
            ))}
          </ul>
        )}
        <p className="muted">{copy.rule(act.title[language], act.version)}</p>
        <p className="muted">
          {copy.law(act.law.ref)} {act.law.note[language]}
        </p>
      </Disclosure>
    </div>
  );
}
