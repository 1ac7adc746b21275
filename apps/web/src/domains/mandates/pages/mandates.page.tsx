import type { Mandate } from '@jena/shared/mandates';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { AsOf } from '../../../lib/as-of.tsx';
import { loadNames, type Names } from '../../../lib/catalogue.ts';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { accountCopy } from '../../account/copy.ts';
import { identityCopy } from '../../identity/copy.ts';
import { mandatesCopy } from '../copy.ts';
import { BusinessForm } from '../parts/business-form.tsx';
import { ChildForm } from '../parts/child-form.tsx';
import { CodeForm } from '../parts/code-form.tsx';
import { GivenList } from '../parts/given-list.tsx';
import { InviteForm } from '../parts/invite-form.tsx';
import { MandateList } from '../parts/mandate-list.tsx';
import { OfferList } from '../parts/offer-list.tsx';
import { WithCard } from '../parts/with-card.tsx';
import { loadOffered, type OfferedService } from '../services.ts';

const FirmLink = lazy(async () => ({ default: (await import('../parts/firm-link.tsx')).FirmLink }));

type MandatesData = { services: OfferedService[]; offices: Names['offices'] };

function Mandates({ data }: { data: MandatesData; params: Params }) {
  const copy = useCopy(mandatesCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.account(), label: copy.account }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Mine {...data} />
      </LoginGate>
    </div>
  );
}

type Open = { form: 'child' | 'business' | 'firm' | 'code' } | { form: 'invite'; business: Mandate | null };

function Mine({ services, offices }: MandatesData) {
  const copy = useCopy(mandatesCopy);
  const [open, setOpen] = useState<Open>();
  const mine = useQuery(trpc.mandates.mine.queryOptions());
  const me = useQuery(trpc.identity.me.queryOptions());
  const doors = useQuery(trpc.identity.doors.queryOptions());
  const forFirm = me.data?.kind === 'citizen' && me.data.method === 'muk';
  if (!mine.data) {
    if (mine.isPending && mine.fetchStatus !== 'paused') return <SkeletonList rows={2} />;
    return (
      <Notice tone="warning" action={<Button onClick={() => void mine.refetch()}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  const { held, offers, given } = mine.data;
  const close = () => setOpen(undefined);
  return (
    <>
      <WayBack />
      <AsOf query={mine} />
      {offers.length > 0 && (
        <Section title={copy.offers.title}>
          <OfferList offers={offers} services={services} />
        </Section>
      )}
      <Section title={copy.held}>
        {held.length > 0 ? (
          <MandateList
            mandates={held}
            services={services}
            offices={offices}
            onInvite={(business) => setOpen({ form: 'invite', business })}
          />
        ) : (
          <p>{copy.none}</p>
        )}
      </Section>
      {given.length > 0 && (
        <Section title={forFirm ? copy.givenFirm : copy.given}>
          <GivenList given={given} services={services} />
        </Section>
      )}
      {open && <Opened open={open} services={services} onClose={close} />}
      {!open && !forFirm && (
        <Section title={copy.add}>
          <div className="mandate-buttons">
            <Button variant="secondary" onClick={() => setOpen({ form: 'child' })}>
              {copy.addChild}
            </Button>
            <Button variant="secondary" onClick={() => setOpen({ form: 'business' })}>
              {copy.addBusiness}
            </Button>
            {doors.data?.muk && (
              <Button variant="secondary" onClick={() => setOpen({ form: 'firm' })}>
                {copy.addFirm}
              </Button>
            )}
            <Button variant="secondary" onClick={() => setOpen({ form: 'code' })}>
              {copy.takeCode}
            </Button>
            <Button variant="secondary" onClick={() => setOpen({ form: 'invite', business: null })}>
              {copy.giveMandate}
            </Button>
          </div>
        </Section>
      )}
    </>
  );
}

/** What the way back from „Mein Unternehmenskonto“ says in the address. */
function WayBack() {
  const copy = useCopy(mandatesCopy);
  const errors = useCopy(errorCopy);
  const address = new URLSearchParams(location.search);
  const code = address.get('fehler');
  if (code !== null)
    return (
      <Notice tone="warning" live="assertive">
        {errors[`identity.${code}`] ?? errors[`mandates.${code}`] ?? errors['identity.muk_failed']}
      </Notice>
    );
  if (address.get('muk') !== 'verknuepft') return null;
  return (
    <Notice tone="success" live="polite">
      {copy.linked}
    </Notice>
  );
}

type OpenedProps = { open: Open; services: readonly OfferedService[]; onClose: () => void };

function Opened({ open, services, onClose }: OpenedProps) {
  switch (open.form) {
    case 'child':
      return <ChildForm onClose={onClose} />;
    case 'business':
      return <BusinessForm onClose={onClose} />;
    case 'firm':
      return (
        <WithCard onClose={onClose}>
          <Suspense>
            <FirmLink onClose={onClose} />
          </Suspense>
        </WithCard>
      );
    case 'code':
      return <CodeForm onClose={onClose} />;
    case 'invite':
      return (
        <WithCard onClose={onClose}>
          <InviteForm business={open.business} services={services} onClose={onClose} />
        </WithCard>
      );
  }
}

export const page = definePage<MandatesData>({
  Page: personal(Mandates),
  copies: [mandatesCopy, identityCopy, errorCopy, accountCopy],
  title: ({ language }) => mandatesCopy.get(language).title,
  data: async (context) => ({
    services: await loadOffered(context),
    offices: (await loadNames(context)).offices,
  }),
});
