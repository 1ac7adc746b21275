import type { CaseEvent, StaffCase } from '@jena/shared/cases';
import { copy as automationCopy } from '../../domains/automation/copy.de.ts';
import { AutomaticAct } from '../../domains/automation/parts/automatic-act.tsx';
import { Timeline, type TimelineItem } from '../../ui/timeline/timeline.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { copy } from '../copy.de.ts';
import { useNames } from '../lib/catalogue.ts';
import { moment } from '../lib/words.ts';

/** Everything that happened to the case, from the same events that the citizen's timeline shows. */
export function CaseHistory({ staffCase }: { staffCase: StaffCase }) {
  const offices = useNames()?.offices;
  const by = (event: CaseEvent) => {
    if (event.by.kind === 'citizen') return staffCase.applicant;
    if (event.by.kind === 'co_signer') return event.by.name;
    if (event.by.kind === 'representative') return caseCopy.actsFor(event.by.name, event.by.party);
    return event.by.kind === 'office' ? (offices?.[event.by.officeId] ?? event.by.officeId) : copy.bySystem;
  };
  const last = staffCase.timeline.at(-1);
  const open = ['submitted', 'in_review', 'evidence_requested'].includes(staffCase.state);
  const items = staffCase.timeline.map(
    (event): TimelineItem => ({
      id: String(event.sequence),
      title: copy.events[event.type],
      when: `${moment(event.at)} · ${by(event)}`,
      detail: (event.note || event.automatic) && (
        <>
          {event.note && <p className="case-note">{event.note}</p>}
          {event.automatic && <AutomaticAct act={event.automatic} language="de" copy={automationCopy} />}
        </>
      ),
      state: open && event === last ? 'now' : 'done',
    }),
  );
  return (
    <section className="case-history" aria-labelledby="case-history">
      <h3 id="case-history">{caseCopy.history}</h3>
      <Timeline items={items} label={caseCopy.history} />
    </section>
  );
}
