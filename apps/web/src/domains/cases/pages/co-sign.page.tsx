import type { LocalService } from '@jena/content';
import { type CoSignId, newId } from '@jena/shared/kernel';
import { normaliseCode } from '@jena/shared/mandates';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCode, errorCopy, errorSentence } from '../../../lib/errors.ts';
import { inTab } from '../../../lib/in-tab.ts';
import { definePage } from '../../../lib/page.ts';
import { LoginGate, personal } from '../../../lib/personal.tsx';
import { client, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { SkeletonPage } from '../../../ui/skeleton/skeleton.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { identityCopy } from '../../identity/copy.ts';
import { CardButton } from '../../identity/parts/card-button.tsx';
import { needsCard } from '../../identity/parts/use-card.ts';
import { coSignCopy } from '../co-sign.copy.ts';
import { casesCopy } from '../copy.ts';
import { CoSignAnswer } from '../parts/co-sign-answer.tsx';

export type CoSignData = { services: LocalService[] };

const kept = inTab('jena-co-sign');

/** The code of the link: behind `#` at first, then in this tab alone, so that it survives a login and stands in no address. */
function codeOfLink(): string {
  const inLink = location.hash.slice(1);
  if (inLink === '') return kept.read() ?? '';
  kept.keep(inLink);
  history.replaceState(history.state, '', location.pathname);
  return inLink;
}

function CoSignPage({ data }: { data: CoSignData }) {
  const copy = useCopy(coSignCopy).page;
  const [code, setCode] = useState('');
  useEffect(() => {
    const read = () => setCode(codeOfLink());
    read();
    // Another link, opened in a tab where this page stands already, changes only what is behind `#`.
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      <LoginGate title={copy.title} why={copy.loginWhy}>
        <Opening key={code} code={code} data={data} />
      </LoginGate>
    </div>
  );
}

/** Brings the code, then shows what is to be signed. A link serves once: what this person opened they find again here. */
function Opening({ code: given, data }: { code: string; data: CoSignData }) {
  const copy = useCopy(coSignCopy).page;
  const errors = useCopy(errorCopy);
  const [code, setCode] = useState(given);
  const [failure, setFailure] = useState<unknown>();
  const [tried, setTried] = useState(false);
  const [taken, setTaken] = useState<CoSignId>();
  const opened = useQuery(trpc.cases.openedCoSigns.queryOptions({}));

  async function open(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (normaliseCode(code) === '') return;
    setFailure(undefined);
    try {
      const { coSignId } = await client.cases.takeCoSign.mutate({
        idempotencyKey: newId<'idempotency'>(),
        code,
      });
      kept.forget();
      setTaken(coSignId);
    } catch (error) {
      // Who has opened the link before comes back by it: what waits for them is found without the code.
      const [mine] = opened.data?.requests ?? [];
      if (errorCode(error) === 'cases.co_sign_unknown' && mine) setTaken(mine);
      else setFailure(error);
    }
  }
  if (opened.isPending) return <SkeletonPage />;
  const known = taken ?? (given === '' ? opened.data?.requests[0] : undefined);
  if (known) return <CoSignAnswer coSignId={known} data={data} />;
  return (
    <form className="stack" onSubmit={(event) => void open(event)} noValidate>
      <TextField
        name="code"
        label={copy.code}
        hint={copy.codeHint}
        value={code}
        onChange={setCode}
        error={tried && normaliseCode(code) === '' ? copy.missing : undefined}
        autoCapitalize="characters"
        width="medium"
      />
      {failure !== undefined && (
        <Notice tone="danger" live="assertive">
          {errorSentence(errors, failure)}
        </Notice>
      )}
      {needsCard(failure) ? (
        <CardButton returnTo={() => location.pathname} beforeLeaving={() => kept.keep(code)} />
      ) : (
        <Button type="submit">{copy.open}</Button>
      )}
    </form>
  );
}

export const page = definePage<CoSignData>({
  Page: personal(CoSignPage),
  copies: [coSignCopy, casesCopy, identityCopy, errorCopy],
  title: ({ language }) => coSignCopy.get(language).page.title,
  async data({ content }) {
    const { services } = await content.bundle('services');
    return { services };
  },
});
