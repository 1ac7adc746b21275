import type { ReactNode } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { CalendarIcon, ClockIcon, EuroIcon } from '../../../ui/icons/more.tsx';
import { servicesCopy } from '../copy.ts';
import { amountWords } from './amount.ts';
import type { ServiceData } from './service-data.ts';
import { Unconfirmed } from './sources.tsx';
import './glance.css';

/** What it costs, how long it takes, by when: the three questions before anything else. */
export function Glance({ service }: { service: ServiceData['service'] }) {
  const copy = useCopy(servicesCopy).service;
  const language = useLanguage();
  const [first, ...more] = service.fees;
  return (
    <dl className="glance">
      {first && (
        <Fact icon={<EuroIcon />} label={copy.cost}>
          {amountWords(first.amount, language, copy)} <Unconfirmed fact={first} />
          {more.length > 0 && (
            <a href="#kosten" className="glance-more">
              {copy.costs}
            </a>
          )}
        </Fact>
      )}
      {service.processingTime && (
        <Fact icon={<ClockIcon />} label={copy.duration}>
          {service.processingTime.text} <Unconfirmed fact={service.processingTime} />
        </Fact>
      )}
      {service.deadline && (
        <Fact icon={<CalendarIcon />} label={copy.deadline}>
          {service.deadline.text} <Unconfirmed fact={service.deadline} />
        </Fact>
      )}
    </dl>
  );
}

function Fact({ icon, label, children }: { icon: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className="glance-fact">
      {icon}
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
