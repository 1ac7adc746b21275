import type { ReactNode } from 'react';
import './charts.css';

export type Bar = { key: string; name: ReactNode; value: number; words: string };

/** Bars that are a table: the lengths are for the eye, the words in the cells for everybody. */
export function Bars({
  caption,
  head,
  bars,
}: {
  caption: string;
  head: readonly [string, string];
  bars: readonly Bar[];
}) {
  const longest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <table className="bars">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col">{head[1]}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, name, value, words }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <span>{words}</span>
              <svg className="bars-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect className="chart-ground" width="100" height="6" />
                <rect className="chart-first" width={(100 * value) / longest} height="6" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
