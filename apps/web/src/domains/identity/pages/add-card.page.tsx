import { loginAgain } from '@jena/shared/identity';
import { useQuery } from '@tanstack/react-query';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { trpc } from '../../../lib/trpc.ts';
import { LinkButton } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { identityCopy } from '../copy.ts';
import { eidCopy } from '../eid.copy.ts';
import { joinCopy } from '../join.copy.ts';
import { EidAct } from '../parts/eid-act.tsx';
import { EidReads } from '../parts/eid-reads.tsx';
import { ProveAgain } from '../parts/prove-again.tsx';
import { returnPath } from '../parts/return-path.ts';

/** One more card for the account in which somebody is logged in: a new one, or the first beside BundID. */
function AddCard() {
  const { add: copy } = useCopy(joinCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.devices(), label: copy.back }} />
      <LoginGate title={copy.loginTitle} why={copy.loginWhy}>
        <Adding />
      </LoginGate>
    </div>
  );
}

function Adding() {
  const { add: copy } = useCopy(joinCopy);
  const language = useLanguage();
  const target = returnPath(localPath(language, paths.devices()));
  const here = `${localPath(language, paths.addCard())}?zurueck=${encodeURIComponent(target)}`;
  const onward = target.replace(/^\/en(?=\/|$)/, '') || '/';
  const list = useQuery(trpc.identity.linkedLogins.queryOptions());
  const isFirst = list.data?.logins.every(({ provider }) => provider !== 'eid');
  const said = new URLSearchParams(location.search).get('ausweis');
  if (said === 'verknuepft')
    return (
      <>
        <Notice tone="success" live="polite">
          {copy.done}
        </Notice>
        <LinkButton to={onward}>{copy.goOn}</LinkButton>
      </>
    );
  return (
    <>
      {said === 'unbekannt' && <Notice tone="info">{copy.unknown}</Notice>}
      <p>{copy.text}</p>
      <EidAct
        purpose="join"
        returnTo={here}
        wayOut={(code) => code === loginAgain.code && <ProveAgain target={here} />}
      >
        {copy.start}
      </EidAct>
      {isFirst && <p className="muted">{copy.password}</p>}
      <EidReads />
    </>
  );
}

export const page = definePage({
  Page: personal(AddCard),
  copies: [joinCopy, eidCopy, identityCopy, errorCopy],
  title: ({ language }) => joinCopy.get(language).add.title,
});
