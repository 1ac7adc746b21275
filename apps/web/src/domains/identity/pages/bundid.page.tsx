import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { IdCardIcon } from '../../../ui/icons/more.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { SkeletonPage } from '../../../ui/skeleton/skeleton.tsx';
import { bundIdCopy } from '../bundid.copy.ts';
import { identityCopy } from '../copy.ts';
import { returnPath } from '../parts/return-path.ts';
import { SamlForm } from '../parts/saml-form.tsx';
import { startLogin } from '../parts/start-login.ts';

/** A BundID that is new here: begin an account with it, or link it with one's own after the card proved whose that is. */
function BundId() {
  const copy = useCopy(bundIdCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const me = useQuery(trpc.identity.me.queryOptions());
  const target = returnPath(localPath(language, paths.account()));
  const here = `${localPath(language, paths.bundId())}?zurueck=${encodeURIComponent(target)}`;
  const address = new URLSearchParams(location.search);
  const code = address.get('fehler');
  const failure =
    code === null ? undefined : (errors[`identity.${code}`] ?? errors['identity.bundid_failed']);

  if (me.isPending && me.fetchStatus !== 'paused') return <SkeletonPage />;
  const onward = target.replace(/^\/en(?=\/|$)/, '') || '/';
  if (address.get('bundid') === 'verknuepft')
    return (
      <div className="stack-large">
        <PageHeader title={copy.linkedTitle} lead={copy.linkedLead} />
        <LinkButton to={onward}>{copy.goOn}</LinkButton>
      </div>
    );
  const notice = failure && (
    <Notice tone="warning" live="assertive">
      {failure}
    </Notice>
  );
  if (me.data?.kind === 'citizen')
    return (
      <div className="stack-large">
        <PageHeader title={copy.linkTitle} lead={copy.linkLead(me.data.name)} />
        {notice}
        <LinkOwn here={here} isSure={me.data.levelOfAssurance === 'high'} />
        <LinkButton variant="quiet" to={onward}>
          {copy.later}
        </LinkButton>
      </div>
    );
  return (
    <div className="stack-large">
      <PageHeader title={copy.newTitle} lead={copy.newLead} />
      {notice}
      <Choice
        title={copy.haveTitle}
        text={copy.haveText}
        action={
          <LinkButton block icon={<IdCardIcon />} to={paths.login(here)}>
            {copy.have}
          </LinkButton>
        }
      />
      <Choice
        title={copy.beginTitle}
        text={copy.beginText}
        action={
          <SamlForm provider="bundid" returnTo={target} purpose="registration" leaving={copy.leaving}>
            {copy.begin}
          </SamlForm>
        }
      />
      <p className="muted">{copy.level}</p>
      <LinkButton variant="quiet" to={paths.login(target)}>
        {copy.back}
      </LinkButton>
    </div>
  );
}

function Choice({ title, text, action }: { title: string; text: string; action: ReactNode }) {
  return (
    <Card>
      <section className="stack">
        <h2>{title}</h2>
        <p>{text}</p>
        {action}
      </section>
    </Card>
  );
}

/** What linking means, and the button; the card first where it was held to the phone too long ago. */
function LinkOwn({ here, isSure }: { here: string; isSure: boolean }) {
  const copy = useCopy(bundIdCopy);
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  async function holdCard() {
    setBusy(true);
    setFailure(undefined);
    try {
      await startLogin(here);
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }
  return (
    <Card>
      <div className="stack">
        <p>{copy.linkText}</p>
        <p>{isSure ? copy.linkOwn : copy.cardText}</p>
        {failure && (
          <Notice tone="warning" live="assertive">
            {failure}
          </Notice>
        )}
        {isSure ? (
          <SamlForm provider="bundid" returnTo={here} purpose="link" variant="primary" leaving={copy.leaving}>
            {copy.link}
          </SamlForm>
        ) : (
          <Button
            block
            icon={<IdCardIcon />}
            onClick={() => void holdCard()}
            busy={busy ? copy.working : undefined}
          >
            {copy.card}
          </Button>
        )}
      </div>
    </Card>
  );
}

export const page = definePage({
  Page: personal(BundId),
  copies: [bundIdCopy, identityCopy, errorCopy],
  title: ({ language }) => bundIdCopy.get(language).title,
});
