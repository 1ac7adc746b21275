import type { AutomationView } from '@jena/shared/automation';
import { type Column, Table } from '../../ui/table/table.tsx';
import { automationCopy as words } from '../copy.automation.de.ts';
import { day } from '../lib/words.ts';

type Week = AutomationView['weeks'][number];

const share = ({ automatic, byHand }: Week): number | undefined =>
  automatic + byHand === 0 ? undefined : Math.round((100 * automatic) / (automatic + byHand));

/** How much needed no hands, week by week; bars for the eye, the same numbers as a table. */
export function ShareCard({ weeks }: Pick<AutomationView, 'weeks'>) {
  return (
    <section className="automation-share" aria-labelledby="automation-share">
      <h2 id="automation-share">{words.share}</h2>
      <p className="muted">{words.shareLead}</p>
      <Table
        caption={words.share}
        captionHidden
        columns={columns}
        rows={weeks}
        rowKey={({ monday }) => monday}
      />
    </section>
  );
}

const columns: readonly Column<Week>[] = [
  { key: 'monday', header: words.week, cell: ({ monday }) => day(monday) },
  { key: 'automatic', header: words.automatic, align: 'end', cell: ({ automatic }) => automatic },
  { key: 'byHand', header: words.byHand, align: 'end', cell: ({ byHand }) => byHand },
  {
    key: 'share',
    header: words.percent,
    cell: (week) => {
      const percent = share(week);
      if (percent === undefined) return '–';
      return (
        <span className="share-line">
          <meter className="share-bar" min={0} max={100} value={percent} aria-hidden="true" />
          {percent} %
        </span>
      );
    },
  },
];
