import type { Difference, RuleView, Simulation } from '@jena/shared/automation';
import { type Column, Table } from '../../ui/table/table.tsx';
import { automationCopy as words } from '../copy.automation.de.ts';
import { ActButton } from '../jobs/act-button.tsx';
import { client } from '../lib/client.ts';
import { useAct } from '../lib/use-act.ts';
import { moment } from '../lib/words.ts';
import { rulesChanged } from './rules-changed.ts';

/** What the rule would have done with cases that people decided. */
export function RuleTrial({ rule }: { rule: RuleView }) {
  const { id, version, title, simulation } = rule;
  const act = useAct({ call: client.automation.simulate.mutate, done: words.tried, changed: rulesChanged });
  const isRunning = simulation !== null && simulation.finishedAt === null;
  return (
    <div className="rule-trial">
      {isRunning && <p role="status">{words.running}</p>}
      {simulation?.finishedAt && <Result simulation={simulation} at={simulation.finishedAt} rule={rule} />}
      {!isRunning && (
        <p>
          <ActButton
            act={act}
            onPress={() => act.run({ rule: id, version })}
            label={words.tryOf(title.de)}
            working={words.trying}
          >
            {words.try}
          </ActButton>
        </p>
      )}
    </div>
  );
}

function Result({ simulation, at, rule }: { simulation: Simulation; at: string; rule: RuleView }) {
  const { cases, counts, agrees, differs, differences, unreadable } = simulation;
  if (cases === 0) return <p>{words.noCases}</p>;
  return (
    <>
      <p>
        <strong>{words.trial(cases, moment(at))}</strong>
      </p>
      <p>
        {words.would(counts)} {words.same(agrees, agrees + differs)}{' '}
        {unreadable > 0 && words.unreadable(unreadable)}
      </p>
      {differences.length > 0 && (
        <Table
          caption={words.differences}
          columns={columnsOf(rule)}
          rows={differences}
          rowKey={({ reference }) => reference}
        />
      )}
    </>
  );
}

const columnsOf = ({ checks }: RuleView): readonly Column<Difference>[] => [
  { key: 'reference', header: words.reference, cell: ({ reference }) => reference },
  { key: 'rule', header: words.rule, cell: ({ rule }) => words.did[rule] },
  {
    key: 'people',
    header: words.people,
    cell: ({ people, asked }) => (asked ? words.askedFirst(words.decided[people]) : words.decided[people]),
  },
  { key: 'why', header: words.why, cell: ({ why }) => checks.find(({ id }) => id === why)?.fails.de ?? '–' },
];
