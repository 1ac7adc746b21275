import { useQuery } from '@tanstack/react-query';
import { AsOf } from '../../../lib/as-of.tsx';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { LockIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { contactCopy } from '../contact.copy.ts';
import { AccessPart } from '../parts/access-part.tsx';
import { EmailPart } from '../parts/email-part.tsx';
import { LanguagePart } from '../parts/language-part.tsx';
import { PhonePart } from '../parts/phone-part.tsx';

function Contact() {
  const copy = useCopy(contactCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.account(), label: copy.account }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Mine />
      </LoginGate>
    </div>
  );
}

function Mine() {
  const copy = useCopy(contactCopy);
  const added = useQuery(trpc.account.added.queryOptions({}));
  const profile = useQuery(trpc.account.profile.queryOptions());
  if (!added.data || !profile.data) {
    const isLoading = [added, profile].some((one) => one.isPending && one.fetchStatus !== 'paused');
    if (isLoading) return <SkeletonList rows={4} />;
    const again = () => void Promise.all([added.refetch(), profile.refetch()]);
    return (
      <Notice tone="warning" action={<Button onClick={again}>{copy.again}</Button>}>
        {copy.unavailable}
      </Notice>
    );
  }
  return (
    <>
      <AsOf query={added} />
      <EmailPart added={added.data} />
      <PhonePart added={added.data} />
      <LanguagePart language={profile.data.language} />
      <AccessPart added={added.data} />
      <Section title={copy.whoSees} intro={copy.whoSeesText}>
        <LinkButton variant="secondary" icon={<LockIcon />} to={paths.accessLog()}>
          {copy.accessLog}
        </LinkButton>
      </Section>
    </>
  );
}

export const page = definePage({
  Page: personal(Contact),
  copies: [contactCopy, identityCopy, errorCopy],
  title: ({ language }) => contactCopy.get(language).title,
});
