import type { Indicators } from '@jena/shared/indicators';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { Table } from '../../../ui/table/table.tsx';
import { indicatorsCopy } from '../copy.ts';
import { figureInWords } from '../words.ts';
import './charts.css';

type Month = Indicators['months'][number];

const height = 120;
const step = 26;

/** Two columns a month; the same figures stand below as a table. */
export function MonthChart({ months }: { months: readonly Month[] }) {
  const copy = useCopy(indicatorsCopy);
  const language = useLanguage();
  const speaker = { copy, language };
  const most = Math.max(1, ...months.flatMap(({ visits, submitted }) => [visits ?? 0, submitted ?? 0]));
  const tall = (value: number | null) => ((value ?? 0) / most) * height;
  const name = (month: string, length: 'narrow' | 'long') =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      month: length,
      ...(length === 'long' ? { year: 'numeric' } : {}),
      timeZone: 'UTC',
    }).format(new Date(`${month}-15T00:00:00Z`));
  return (
    <figure className="months stack">
      <figcaption>{copy.monthsChart}</figcaption>
      <svg
        viewBox={`0 0 ${Math.max(12, months.length) * step} ${height + 20}`}
        className="months-chart"
        aria-hidden="true"
      >
        {months.map(({ month, visits, submitted }, index) => (
          <g key={month} transform={`translate(${index * step} 0)`}>
            <rect className="chart-first" x="3" width="9" y={height - tall(visits)} height={tall(visits)} />
            <rect
              className="chart-second"
              x="13"
              width="9"
              y={height - tall(submitted)}
              height={tall(submitted)}
            />
            <text className="months-name" x="12.5" y={height + 15} textAnchor="middle">
              {name(month, 'narrow')}
            </text>
          </g>
        ))}
        <line className="chart-line" x1="0" x2={Math.max(12, months.length) * step} y1={height} y2={height} />
      </svg>
      <p className="months-legend" aria-hidden="true">
        <span className="months-key months-key-first">{copy.names.visits}</span>
        <span className="months-key months-key-second">{copy.names.submitted}</span>
      </p>
      <Disclosure summary={copy.asTable}>
        <Table
          caption={copy.monthsChart}
          captionHidden
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            { key: 'month', header: copy.month, cell: ({ month }) => name(month, 'long') },
            {
              key: 'visits',
              header: copy.names.visits,
              cell: ({ visits }) => figureInWords('visits', visits, speaker),
              align: 'end',
            },
            {
              key: 'submitted',
              header: copy.names.submitted,
              cell: ({ submitted }) => figureInWords('submitted', submitted, speaker),
              align: 'end',
            },
          ]}
        />
      </Disclosure>
    </figure>
  );
}
