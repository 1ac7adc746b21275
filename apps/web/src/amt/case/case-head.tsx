import type { StaffCase } from '@jena/shared/cases';
import type { Ref } from 'react';
import { Badge } from '../../ui/badge/badge.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { copy } from '../copy.de.ts';
import { queueCopy } from '../copy.queue.de.ts';
import { useNames } from '../lib/catalogue.ts';
import { useDesk } from '../lib/desk.ts';
import { moment } from '../lib/words.ts';
import { RepresentedBy } from './represented-by.tsx';
import { stateSentence } from './sentence.ts';
import { stateTone } from './tone.ts';

/** Who wants what, since when, and where it stands. */
export function CaseHead({ staffCase, ref }: { staffCase: StaffCase; ref: Ref<HTMLHeadingElement> }) {
  const { staff } = useDesk();
  const names = useNames();
  return (
    <header className="case-head">
      <p className="case-line">
        <span className="case-reference">{staffCase.reference}</span>
        <Badge tone={stateTone(staffCase.state)}>{copy.states[staffCase.state]}</Badge>
        <span className="muted">{caseCopy.received(moment(staffCase.submittedAt))}</span>
      </p>
      <h2 ref={ref} tabIndex={-1}>
        {staffCase.unreadable ? queueCopy.unreadable : staffCase.applicant}
      </h2>
      <p className="case-service">
        {names ? (names.services[staffCase.serviceSlug] ?? caseCopy.unknownService) : '…'}
      </p>
      {staffCase.representation && <RepresentedBy staffCase={staffCase} />}
      <p className="case-sentence" role="status">
        {stateSentence(staffCase, staff.staffId)}
      </p>
    </header>
  );
}
