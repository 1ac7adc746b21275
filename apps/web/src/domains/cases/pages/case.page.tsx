import type { LocalForm } from '@jena/content';
import type { CaseDetail, Representation } from '@jena/shared/cases';
import { type CaseId, idPattern } from '@jena/shared/kernel';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { AsOf } from '../../../lib/as-of.tsx';
import { fieldLabel, loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCode, errorCopy } from '../../../lib/errors.ts';
import { formatMoment } from '../../../lib/format.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { forgetOnPhone, trpc } from '../../../lib/trpc.ts';
import { Badge } from '../../../ui/badge/badge.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList, SkeletonPage } from '../../../ui/skeleton/skeleton.tsx';
import { automationCopy } from '../../automation/copy.ts';
import { WantPerson } from '../../automation/parts/want-person.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { caseCopy } from '../case.copy.ts';
import { casesCopy } from '../copy.ts';
import { actorIn } from '../parts/actor.ts';
import { CaseDocuments } from '../parts/case-documents.tsx';
import { CaseMessages } from '../parts/case-messages.tsx';
import { CaseOutlook } from '../parts/case-outlook.tsx';
import { CaseTimeline } from '../parts/case-timeline.tsx';
import { EvidenceTask } from '../parts/evidence-task.tsx';
import { LetterCode } from '../parts/letter-code.tsx';
import { Objection } from '../parts/objection.tsx';
import { stateTone } from '../parts/state-tone.ts';
import { useArrivals } from '../parts/use-arrivals.ts';
import { Withdraw } from '../parts/withdraw.tsx';

/** The words of forms are many; what was sent is read by few. */
const SentAnswers = lazy(async () => ({
  default: (await import('../parts/sent-answers.tsx')).SentAnswers,
}));

const Rating = lazy(async () => ({
  default: (await import('../../indicators/parts/rating.tsx')).Rating,
}));

/** Few applications need two people; what asks for the second is loaded only then. */
const CoSignCard = lazy(async () => ({ default: (await import('../parts/co-sign-card.tsx')).CoSignCard }));

type CaseData = { names: Names; forms: LocalForm[]; times: Record<string, string> };

function CasePage({ data, params }: { data: CaseData; params: Params }) {
  const copy = useCopy(casesCopy);
  return (
    <LoginGate level={1} title={copy.loginTitle} why={copy.loginWhy}>
      <Case id={params['id'] as CaseId} data={data} />
    </LoginGate>
  );
}

function Case({ id, data }: { id: CaseId; data: CaseData }) {
  const copy = useCopy(casesCopy);
  const language = useLanguage();
  const query = useQuery({
    ...trpc.cases.detail.queryOptions({ caseId: id }),
    refetchInterval: 20_000,
  });
  const gone = errorCode(query.error) === 'cases.not_found';
  const detail = gone ? undefined : query.data;
  useArrivals(detail);
  // A mandate ended: what this phone still knew of the case goes too.
  useEffect(() => {
    if (gone) void forgetOnPhone(trpc.cases.detail.queryKey({ caseId: id }));
  }, [gone, id]);
  if (!detail) {
    if (query.isPending && query.fetchStatus !== 'paused') return <SkeletonPage />;
    return <Missing gone={gone} onAgain={() => void query.refetch()} />;
  }
  const office = data.names.offices[detail.officeId] ?? detail.officeId;
  const open = detail.evidenceRequests.find((request) => !request.answeredAt);
  const form = data.forms.find((candidate) => candidate.slug === detail.serviceSlug);
  const title = data.names.services[detail.serviceSlug] ?? copy.serviceGone;
  return (
    <div className="stack-large">
      <PageHeader
        title={title}
        lead={copy.sentence[detail.state](office)}
        back={{ to: paths.cases(), label: copy.title }}
        preline={<Badge tone={stateTone[detail.state]}>{copy.state[detail.state]}</Badge>}
      />
      {detail.representation && <RepresentedBy representation={detail.representation} />}
      <AsOf query={query} />
      {detail.state === 'awaiting_signature' && (
        <Suspense>
          <CoSignCard caseId={detail.id} />
        </Suspense>
      )}
      {open && (
        <EvidenceTask key={open.id} detail={detail} request={open} label={fieldLabel(form, open.field)} />
      )}
      {detail.decision?.documentId && <CaseDocuments documents={detail.documents} />}
      <CaseOutlook detail={detail} office={office} stated={data.times[detail.serviceSlug] ?? null} />
      <Objection detail={detail} />
      <Section title={copy.timeline}>
        <CaseTimeline detail={detail} names={data.names} />
      </Section>
      {!detail.decision?.documentId && <CaseDocuments documents={detail.documents} />}
      {detail.decision?.code && <LetterCode code={detail.decision.code} />}
      <WhatWasSent detail={detail} />
      <CaseMessages detail={detail} actor={actorIn(detail, data.names, copy)} />
      {detail.may.includes('withdraw') && <Withdraw caseId={detail.id} />}
      {detail.mayWantPerson && <WantPerson caseId={detail.id} />}
      {(detail.state === 'delivered' || detail.state === 'rejected') && (
        <Suspense>
          <Rating service={detail.serviceSlug} about={`${detail.id} decided`} />
        </Suspense>
      )}
      <p className="muted">
        {copy.reference} <bdi>{detail.reference}</bdi>
        {detail.state !== 'awaiting_signature' &&
          ` · ${copy.submittedAt(formatMoment(detail.submittedAt, language))}`}
      </p>
    </div>
  );
}

function WhatWasSent({ detail }: { detail: CaseDetail }) {
  const copy = useCopy(casesCopy);
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure summary={copy.answers} onOpen={() => setOpened(true)}>
      {opened && (
        <Suspense fallback={<SkeletonList rows={3} />}>
          <SentAnswers detail={detail} />
        </Suspense>
      )}
    </Disclosure>
  );
}

/** Who handed it in for whom, and whether an office has looked at the proof. */
function RepresentedBy({ representation }: { representation: Representation }) {
  const copy = useCopy(casesCopy);
  const { holder, isYou, party, kind, isConfirmed } = representation;
  return (
    <p className="muted">
      {copy.handedInFor(isYou ? copy.byYou : holder, party)} {!isConfirmed && copy.unconfirmed[kind]}
    </p>
  );
}

function Missing({ gone, onAgain }: { gone: boolean; onAgain: () => void }) {
  const copy = useCopy(casesCopy);
  if (!gone) {
    return (
      <Notice tone="warning" action={<Button onClick={onAgain}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  return (
    <EmptyState
      level={1}
      title={copy.notFoundTitle}
      action={<LinkButton to={paths.cases()}>{copy.title}</LinkButton>}
    >
      {copy.notFoundText}
    </EmptyState>
  );
}

export const page = definePage<CaseData>({
  Page: personal(CasePage),
  copies: [casesCopy, caseCopy, automationCopy, identityCopy, errorCopy],
  title: ({ language }) => casesCopy.get(language).title,
  async data(context) {
    if (!idPattern.test(context.params['id'] ?? '')) return undefined;
    const [names, { forms }, { services }] = await Promise.all([
      loadNames(context),
      context.content.bundle('forms'),
      context.content.bundle('services'),
    ]);
    const times = services.flatMap(({ slug, processingTime }) =>
      processingTime ? [[slug, processingTime.text] as const] : [],
    );
    return { names, forms, times: Object.fromEntries(times) };
  },
});
