import type { LocalOffice } from '@jena/content';
import { berlinTime } from '@jena/content/opening';
import { useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import { servicesCopy } from '../copy.ts';
import './hours-table.css';

const week = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const;

/** The week of an office; today stands out once the clock is known. Special days that are over are left out. */
export function HoursTable({ hours }: { hours: LocalOffice['openingHours'] }) {
  const copy = useCopy(servicesCopy);
  const language = useLanguage();
  const [today, setToday] = useState<string>();
  useEffect(() => setToday(berlinTime(new Date()).day), []);
  if (hours === null) return <p>{copy.office.unknown}</p>;
  const weekday =
    today === undefined ? undefined : week[(new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7];
  const spans = (slots: readonly { opens: string; closes: string }[] | undefined) =>
    slots && slots.length > 0
      ? slots.map((slot) => copy.span(slot.opens, slot.closes)).join(', ')
      : copy.office.closedDay;
  const special = today === undefined ? [] : hours.special.filter((item) => item.day >= today);
  return (
    <dl className="hours">
      {week.map((day) => (
        <div key={day} className={day === weekday ? 'hours-today' : undefined}>
          <dt>
            {copy.weekdays[day]}
            {day === weekday && <span className="sr-only"> ({copy.office.today})</span>}
          </dt>
          <dd>{spans(hours.regular[day])}</dd>
        </div>
      ))}
      {special.map((item) => (
        <div key={item.day}>
          <dt>{formatDay(item.day, language)}</dt>
          <dd>{spans(item.hours)}</dd>
        </div>
      ))}
    </dl>
  );
}
