import { berlinTime, type Hours, type OpenState, openState } from '@jena/content/opening';
import type { Language } from '@jena/shared/kernel';
import { useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatDay } from '../../../lib/format.ts';
import type { ServicesCopy } from '../copy.de.ts';
import { servicesCopy } from '../copy.ts';
import './open-now.css';

type OpenNowProps = { hours: Hours | null };

/** „Jetzt geöffnet · bis 18:00 Uhr“. A prerendered page cannot know the time, so the words come with the first look at the clock. */
export function OpenNow({ hours }: OpenNowProps) {
  const copy = useCopy(servicesCopy);
  const language = useLanguage();
  const [now, setNow] = useState<Date>();
  useEffect(() => {
    setNow(new Date());
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  if (hours === null) return <span className="open-now muted">{copy.office.unknown}</span>;
  const state = now && openState({ openingHours: hours }, now);
  return (
    <span className={`open-now${state?.open ? ' open-now-yes' : ''}`}>
      {state && now ? stateWords(state, now, copy, language) : copy.office.hours}
    </span>
  );
}

/** The state of an office in one line. */
export function stateWords(state: OpenState, now: Date, copy: ServicesCopy, language: Language): string {
  if (state.open) return copy.office.openUntil(copy.clock(state.closesAt));
  if (state.opensAt === null) return copy.office.closed;
  const { day, clock } = state.opensAt;
  const days = Math.round((Date.parse(day) - Date.parse(berlinTime(now).day)) / 86_400_000);
  if (days === 0) return copy.office.opensToday(copy.clock(clock));
  if (days === 1) return copy.office.opensTomorrow(copy.clock(clock));
  return copy.office.opensOn(formatDay(day, language, now), copy.clock(clock));
}
