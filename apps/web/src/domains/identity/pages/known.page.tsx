import { eidExpired, loginAgain } from '@jena/shared/identity';
import { useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCode, errorCopy } from '../../../lib/errors.ts';
import { expectLogin } from '../../../lib/hint.ts';
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
import { identityCopy } from '../copy.ts';
import { eidCopy } from '../eid.copy.ts';
import { joinCopy } from '../join.copy.ts';
import { EidAct } from '../parts/eid-act.tsx';
import { ProveAgain } from '../parts/prove-again.tsx';
import { returnPath } from '../parts/return-path.ts';
import { settleCard } from '../parts/start-eid.ts';

const PasskeyLogin = lazy(async () => ({
  default: (await import('../parts/passkey-login.tsx')).PasskeyLogin,
}));
const BundIdLogin = lazy(async () => ({ default: (await import('../parts/bundid-login.tsx')).BundIdLogin }));

/** A card that is new here, of somebody who seems to have an account: prove that one, or begin another. */
function Known() {
  const { known: copy } = useCopy(joinCopy);
  const language = useLanguage();
  const me = useQuery(trpc.identity.me.queryOptions());
  const target = returnPath(localPath(language, paths.account()));
  const here = `${localPath(language, paths.knownCard())}?zurueck=${encodeURIComponent(target)}`;
  if (me.isPending && me.fetchStatus !== 'paused') return <SkeletonPage />;
  if (me.data?.kind === 'citizen') return <Join name={me.data.name} target={target} here={here} />;
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      <Choice title={copy.proveTitle} text={copy.proveText}>
        <Suspense>
          <PasskeyLogin target={here} />
          <BundIdLogin target={here} />
        </Suspense>
        <EidAct purpose="login" variant="secondary" returnTo={here} onLeave={expectLogin}>
          {copy.oldCard}
        </EidAct>
      </Choice>
      <Choice title={copy.beginTitle} text={copy.beginText}>
        <Settle choice="begin" here={here} target={target}>
          {copy.begin}
        </Settle>
      </Choice>
      <p className="muted">{copy.soon}</p>
    </div>
  );
}

/** Logged in by a way of before: the one tap that joins both, and what it did. */
function Join({ name, target, here }: { name: string; target: string; here: string }) {
  const { known: copy } = useCopy(joinCopy);
  const [done, setDone] = useState<string>();
  const onward = (done ?? target).replace(/^\/en(?=\/|$)/, '') || '/';
  if (done !== undefined)
    return (
      <div className="stack-large">
        <PageHeader title={copy.doneTitle} lead={copy.doneLead} />
        <LinkButton to={onward}>{copy.goOn}</LinkButton>
      </div>
    );
  return (
    <div className="stack-large">
      <PageHeader title={copy.joinTitle} lead={copy.joinLead(name)} />
      <Card>
        <div className="stack">
          <p>{copy.joinText}</p>
          <Settle choice="join" here={here} target={target} onDone={setDone}>
            {copy.join}
          </Settle>
        </div>
      </Card>
      <LinkButton variant="quiet" to={onward}>
        {copy.cancel}
      </LinkButton>
    </div>
  );
}

function Choice({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Card>
      <section className="stack">
        <h2>{title}</h2>
        <p>{text}</p>
        {children}
      </section>
    </Card>
  );
}

type SettleProps = {
  choice: 'join' | 'begin';
  /** This page, with where it goes on. */
  here: string;
  target: string;
  /** Learns where it goes on; without it the app starts anew there. */
  onDone?: (to: string) => void;
  children: ReactNode;
};

/** The button that says where the waiting card belongs. */
function Settle({ choice, here, target, onDone, children }: SettleProps) {
  const { known: copy } = useCopy(joinCopy);
  const { register } = useCopy(eidCopy);
  const errors = useCopy(errorCopy);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  async function act() {
    setBusy(true);
    setFailure(undefined);
    try {
      const to = await settleCard(choice);
      if (onDone) onDone(to);
      else location.assign(to);
    } catch (error) {
      setFailure(errorCode(error));
      setBusy(false);
    }
  }
  return (
    <>
      {failure && (
        <Notice
          tone="warning"
          live="assertive"
          action={
            failure === loginAgain.code ? (
              <ProveAgain target={here} />
            ) : (
              failure === eidExpired.code && (
                <LinkButton to={paths.login(target)}>{register.again}</LinkButton>
              )
            )
          }
        >
          {errors[failure] ?? errors['platform.unexpected']}
        </Notice>
      )}
      <Button
        block
        variant={choice === 'join' ? 'primary' : 'secondary'}
        icon={choice === 'join' ? <IdCardIcon /> : undefined}
        onClick={() => void act()}
        busy={busy ? copy.working : undefined}
      >
        {children}
      </Button>
    </>
  );
}

export const page = definePage({
  Page: personal(Known),
  copies: [joinCopy, eidCopy, identityCopy, errorCopy],
  title: ({ language }) => joinCopy.get(language).known.title,
});
