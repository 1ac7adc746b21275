import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { useLive } from '../../../lib/live.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { IdCardIcon, LockIcon, PhoneIcon } from '../../../ui/icons/more.tsx';
import { List, ListRow } from '../../../ui/list-row/list-row.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { bundIdCopy } from '../bundid.copy.ts';
import { identityCopy } from '../copy.ts';
import { firmCopy } from '../firm.copy.ts';
import { BundIdLogin } from '../parts/bundid-login.tsx';
import { FirmLogin } from '../parts/firm-login.tsx';
import { PasskeyLogin } from '../parts/passkey-login.tsx';
import { returnPath } from '../parts/return-path.ts';
import { startLogin } from '../parts/start-login.ts';
import { passkeysCopy } from '../passkeys.copy.ts';

function Login() {
  const copy = useCopy(identityCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { online } = useLive();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState(() => failureOfAddress(copy.otherBrowser, errors));
  // Asked anew each time: who is sent here after a session ended must not read that they are logged in.
  const me = useQuery(trpc.identity.me.queryOptions());
  const target = returnPath(localPath(language, paths.account()));

  if (me.data?.kind === 'citizen' && me.isFetchedAfterMount && online && !failure) {
    return (
      <div className="stack-large">
        <PageHeader title={copy.title} lead={copy.already(me.data.name)} />
        <LinkButton to={target.replace(/^\/en(?=\/|$)/, '') || '/'}>{copy.goOn}</LinkButton>
        {me.data.method === 'bundid' && me.data.levelOfAssurance !== 'high' && (
          <Suspense>
            <BundIdLogin target={target} level="high" />
          </Suspense>
        )}
      </div>
    );
  }

  async function begin() {
    setBusy(true);
    setFailure(undefined);
    try {
      await startLogin(target);
    } catch (error) {
      setFailure(errorSentence(errors, error));
      setBusy(false);
    }
  }

  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      {!online && <Notice tone="info">{copy.offline}</Notice>}
      <Card>
        <div className="stack">
          <Button
            block
            icon={<IdCardIcon />}
            onClick={() => void begin()}
            busy={busy ? copy.starting : undefined}
          >
            {copy.start}
          </Button>
          <Suspense>
            <PasskeyLogin target={target} />
            <BundIdLogin target={target} />
          </Suspense>
          <p className="muted small">{copy.kept}</p>
        </div>
      </Card>
      <Suspense>
        <FirmLogin target={target} />
      </Suspense>
      <Section title={copy.needs}>
        <List label={copy.needs}>
          <ListRow title={copy.needCard} icon={<IdCardIcon />} />
          <ListRow title={copy.needPin} icon={<LockIcon />} />
          <ListRow title={copy.needApp} icon={<PhoneIcon />} />
        </List>
      </Section>
      <div>
        <Disclosure summary={copy.what}>{copy.whatText}</Disclosure>
        <Disclosure summary={copy.noApp} open={busy}>
          {copy.noAppText}
        </Disclosure>
      </div>
      <LinkButton variant="quiet" to={paths.loginCode()}>
        {copy.enterCode}
      </LinkButton>
      <LinkButton variant="quiet" to={paths.recovery()}>
        {copy.lostAll}
      </LinkButton>
    </div>
  );
}

/** What the way back from the card says in the address, as a sentence. */
function failureOfAddress(otherBrowser: string, errors: Record<string, string>): string | undefined {
  const code = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('fehler');
  if (!code) return undefined;
  return code === 'eid_other_browser'
    ? otherBrowser
    : (errors[`identity.${code}`] ?? errors['identity.eid_failed']);
}

export const page = definePage({
  Page: personal(Login),
  copies: [identityCopy, passkeysCopy, bundIdCopy, firmCopy, errorCopy],
  title: ({ language }) => identityCopy.get(language).title,
});
