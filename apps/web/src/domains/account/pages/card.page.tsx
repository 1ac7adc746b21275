import { useQuery } from '@tanstack/react-query';
import { AsOf } from '../../../lib/as-of.tsx';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { formatMoment } from '../../../lib/format.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { eidCopy } from '../../identity/eid.copy.ts';
import { EidAct } from '../../identity/parts/eid-act.tsx';
import { EidReads } from '../../identity/parts/eid-reads.tsx';
import { accountCopy } from '../copy.ts';
import { CardList } from '../parts/card-list.tsx';

function Card() {
  const copy = useCopy(accountCopy);
  const { card } = useCopy(eidCopy);
  return (
    <div className="stack-large">
      <PageHeader title={card.title} lead={card.lead} back={{ to: paths.account(), label: copy.title }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Reading />
      </LoginGate>
    </div>
  );
}

function Reading() {
  const { card } = useCopy(eidCopy);
  const language = useLanguage();
  const profile = useQuery(trpc.account.profile.queryOptions());
  const isDone = new URLSearchParams(location.search).get('ausweis') === 'gelesen';
  return (
    <>
      {isDone && (
        <Notice tone="success" live="polite">
          {card.done}
        </Notice>
      )}
      {isDone && profile.data?.card && <CardList profile={{ ...profile.data, card: profile.data.card }} />}
      <AsOf query={profile} />
      <EidAct purpose="card" returnTo={localPath(language, paths.card())}>
        {card.start}
      </EidAct>
      <p className="muted">{card.note}</p>
      <EidReads />
      <Confirmed />
    </>
  );
}

/** What the card confirmed by yes or no, if anything was asked. */
function Confirmed() {
  const { card } = useCopy(eidCopy);
  const language = useLanguage();
  const { residence, age } = useQuery(trpc.account.claims.queryOptions()).data ?? {};
  if (!residence && !age) return null;
  const on = (claim: { verifiedAt: string }) => card.confirmedOn(formatMoment(claim.verifiedAt, language));
  return (
    <Section title={card.confirmed}>
      <SummaryList
        items={[
          ...(residence ? [{ id: 'residence', label: card.residence, value: on(residence) }] : []),
          ...(age
            ? [{ id: 'age', label: card.age, value: `${card.ageAtLeast(age.atLeast)}, ${on(age)}` }]
            : []),
        ]}
      />
    </Section>
  );
}

export const page = definePage({
  Page: personal(Card),
  copies: [accountCopy, eidCopy, identityCopy, errorCopy],
  title: ({ language }) => eidCopy.get(language).card.title,
});
