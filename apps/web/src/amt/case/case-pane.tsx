import type { StaffCase } from '@jena/shared/cases';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { errorCode } from '../../lib/errors.ts';
import { Link } from '../../lib/link.tsx';
import { Button, LinkButton } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { BackIcon, DocumentIcon } from '../../ui/icons/icons.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { SkeletonPage } from '../../ui/skeleton/skeleton.tsx';
import { caseCopy } from '../copy.case.de.ts';
import { copy } from '../copy.de.ts';
import { queueCopy } from '../copy.queue.de.ts';
import { Duplicates } from '../duplicates/duplicates.tsx';
import { useForm } from '../lib/catalogue.ts';
import { amtPaths, type CasePlace } from '../lib/places.ts';
import { staffSentence } from '../lib/words.ts';
import { Notes } from '../notes/notes.tsx';
import { ActsBar } from './acts-bar.tsx';
import { AfterDecision } from './after-decision.tsx';
import { answerGroups, contextAt, fileFields, rawLines } from './answers.ts';
import { CaseAnswers } from './case-answers.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseHistory } from './case-history.tsx';
import { Contact } from './contact.tsx';
import { findingsOf } from './findings.ts';
import { Hands } from './hands.tsx';
import { Messages } from './messages.tsx';
import { Proposal } from './proposal.tsx';
import type { OpenedCase } from './use-case.ts';
import './case-pane.css';

type CasePaneProps = { place: CasePlace; opened: OpenedCase };

/** One case: where it stands, what to look at, what was said, what happened, and what can be done. */
export function CasePane({ place, opened }: CasePaneProps) {
  return (
    <section className="desk-pane desk-case" aria-label={caseCopy.pane}>
      {place.caseId && (
        <p className="desk-back">
          <Link to={amtPaths.queue(place.queue)}>
            <BackIcon size={20} /> {caseCopy.toQueue}
          </Link>
        </p>
      )}
      <Inside place={place} opened={opened} />
    </section>
  );
}

function Inside({ place, opened }: CasePaneProps) {
  if (!place.caseId)
    return (
      <EmptyState title={caseCopy.noneTitle}>
        <p>{caseCopy.noneText}</p>
      </EmptyState>
    );
  const gone = opened.error && errorCode(opened.error) === 'cases.not_found';
  if (opened.data && !gone) return <Opened place={place} staffCase={opened.data} />;
  if (!opened.error) return <SkeletonPage />;
  return (
    <Notice
      tone="danger"
      title={copy.loadFailed}
      live="assertive"
      action={
        <Button variant="secondary" onClick={() => void opened.refetch()}>
          {copy.again}
        </Button>
      }
    >
      {staffSentence(opened.error)}
    </Notice>
  );
}

function Opened({ place, staffCase }: { place: CasePlace; staffCase: StaffCase }) {
  const form = useForm(staffCase);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnOpen(heading);
  const read = useMemo(() => {
    if (!form.data) return undefined;
    const { answers, documents, submittedAt } = staffCase;
    const context = contextAt(form.data, documents, submittedAt);
    return {
      groups: answerGroups(form.data, answers, documents, context),
      findings: findingsOf(form.data, staffCase, context),
      fields: fileFields(form.data, answers, context),
    };
  }, [form.data, staffCase]);
  const [raw] = useState({ id: 'raw', title: caseCopy.answers });
  const groups = read?.groups ?? [{ ...raw, lines: rawLines(staffCase.answers) }];
  const findings = staffCase.unreadable
    ? []
    : (read?.findings ?? (form.isPending ? [] : [caseCopy.finding.formGone]));
  return (
    <>
      <div className="case-scroll">
        <CaseHead ref={heading} staffCase={staffCase} />
        <Hands key={`hands-${staffCase.id}`} staffCase={staffCase} />
        {staffCase.unreadable && (
          <Notice tone="warning" title={queueCopy.brokenTitle}>
            {queueCopy.brokenText}
          </Notice>
        )}
        <Proposal key={`proposal-${staffCase.proposal?.id}`} staffCase={staffCase} />
        <Contact key={staffCase.id} staffCase={staffCase} />
        <Duplicates key={`same-${staffCase.id}`} staffCase={staffCase} />
        {findings.length > 0 && (
          <Notice tone="warning" title={caseCopy.findings}>
            <ul className="case-findings">
              {findings.map((finding) => (
                <li key={finding}>{finding}</li>
              ))}
            </ul>
          </Notice>
        )}
        <p className="desk-to-evidence">
          <LinkButton
            variant="secondary"
            block
            icon={<DocumentIcon size={20} />}
            to={amtPaths.evidence(place.queue, staffCase.id)}
          >
            {caseCopy.toEvidence(staffCase.documents.length)}
          </LinkButton>
        </p>
        {!staffCase.unreadable &&
          (form.isPending ? <SkeletonPage /> : <CaseAnswers groups={groups} place={place} />)}
        <Notes key={`notes-${staffCase.id}`} staffCase={staffCase} />
        <CaseHistory staffCase={staffCase} />
        <AfterDecision staffCase={staffCase} />
        <Messages key={`messages-${staffCase.id}`} place={place} staffCase={staffCase} />
      </div>
      <ActsBar staffCase={staffCase} queue={place.queue} fields={read?.fields ?? []} findings={findings} />
    </>
  );
}

/** Opening a case takes readers and the keyboard to it. */
function useFocusOnOpen(heading: RefObject<HTMLElement | null>) {
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [heading]);
}
