import type { CaseDetail, CaseState } from '@jena/shared/cases';
import type { Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { formatMoment } from '../../../lib/format.ts';
import { Timeline, type TimelineItem } from '../../../ui/timeline/timeline.tsx';
import { automationCopy } from '../../automation/copy.ts';
import { AutomaticAct } from '../../automation/parts/automatic-act.tsx';
import type { CasesCopy } from '../copy.de.ts';
import { casesCopy } from '../copy.ts';
import { actorIn } from './actor.ts';

/** Steps that still lie ahead in each state, in order. */
const ahead: Record<CaseState, readonly (keyof CasesCopy['upcoming'])[]> = {
  awaiting_signature: ['signature', 'review', 'decision', 'document'],
  submitted: ['review', 'decision', 'document'],
  in_review: ['decision', 'document'],
  evidence_requested: ['evidence', 'review', 'decision', 'document'],
  to_confirm: ['decision', 'document'],
  approved: ['document'],
  rejected: [],
  delivered: [],
  withdrawn: [],
  objected: ['objection'],
  objection_passed_on: ['objection'],
  objection_denied: [],
};

/** Every step: who acted, when, what they wrote, and what comes next. Read from the events the office's acts left. */
export function CaseTimeline({ detail, names }: { detail: CaseDetail; names: Names }) {
  const copy = useCopy(casesCopy);
  const automation = useCopy(automationCopy);
  const language = useLanguage();
  const actor = actorIn(detail, names, copy);
  const past: TimelineItem[] = detail.timeline.map((event) => ({
    id: String(event.sequence),
    title: copy.event[event.type],
    when: `${formatMoment(event.at, language)} · ${actor(event.by)}`,
    detail: event.automatic ? (
      <>
        {event.note && <p>{event.note}</p>}
        <AutomaticAct act={event.automatic} language={language} copy={automation} />
      </>
    ) : (
      event.note
    ),
    state: 'done',
  }));
  const future: TimelineItem[] = ahead[detail.state].map((step, index) => ({
    id: step,
    title: copy.upcoming[step],
    state: index === 0 ? (step === 'evidence' ? 'problem' : 'now') : 'next',
  }));
  return <Timeline label={copy.timeline} items={[...past, ...future]} />;
}
