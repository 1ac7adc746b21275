import { type CaseId, newId } from '@jena/shared/kernel';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { use, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { formatMoment } from '../../../lib/format.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { client, trpc } from '../../../lib/trpc.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { showToast } from '../../../ui/toast/toast.tsx';
import { coSignCopy } from '../co-sign.copy.ts';

const key = () => ({ idempotencyKey: newId<'idempotency'>() });

/** The signature that is missing: the link to give on, what came of it, and what to do next. */
export function CoSignCard({ caseId }: { caseId: CaseId }) {
  const language = useLanguage();
  const copy = use(coSignCopy.once(language)).card;
  const errors = useCopy(errorCopy);
  const queries = useQueryClient();
  const [failure, setFailure] = useState<string>();
  const query = useQuery({
    ...trpc.cases.coSign.queryOptions({ caseId }),
    refetchInterval: 20_000,
  });
  if (!query.data) return null;
  const { state, code, endsAt, signer, reason } = query.data;

  async function act(work: () => Promise<unknown>, said: string) {
    setFailure(undefined);
    try {
      await work();
      showToast({ text: said });
      await queries.invalidateQueries({ queryKey: trpc.cases.pathKey() });
    } catch (error) {
      setFailure(errorSentence(errors, error));
    }
  }
  const isOpen = state === 'waiting' || state === 'taken';
  return (
    <Card as="section" tone="light" className="stack" aria-label={copy.title}>
      <h2>{copy.title}</h2>
      {state === 'refused' ? (
        <>
          <p>{copy.refused(signer || copy.somebody)}</p>
          {reason && <p>{copy.reason(reason)}</p>}
          <p>{copy.afterRefusal}</p>
        </>
      ) : (
        state !== 'agreed' && <p>{copy[state]}</p>
      )}
      {code && <Link code={code} until={copy.until(formatMoment(endsAt, language))} copy={copy} />}
      {failure && (
        <Notice tone="danger" live="assertive">
          {failure}
        </Notice>
      )}
      <div className="form-buttons">
        {isOpen && (
          <Button
            variant="quiet"
            onClick={() =>
              void act(() => client.cases.withdrawCoSign.mutate({ ...key(), caseId }), copy.withdrawnSaid)
            }
          >
            {copy.withdraw}
          </Button>
        )}
        {state !== 'agreed' && state !== 'waiting' && (
          <Button
            variant={isOpen ? 'quiet' : 'primary'}
            onClick={() =>
              void act(() => client.cases.askCoSign.mutate({ ...key(), caseId }), copy.againSaid)
            }
          >
            {copy.again}
          </Button>
        )}
      </div>
    </Card>
  );
}

type LinkProps = {
  code: string;
  until: string;
  copy: { link: string; code: string; copy: string; copied: string; share: string; shareText: string };
};

/** Behind `#`, so that the code reaches no server and no log before somebody has logged in. */
function Link({ code, until, copy }: LinkProps) {
  const language = useLanguage();
  const url = `${location.origin}${localPath(language, paths.coSign())}#${code}`;
  const canShare = typeof navigator.share === 'function';
  async function give() {
    if (canShare) await navigator.share({ text: copy.shareText, url }).catch(() => undefined);
    else {
      await navigator.clipboard.writeText(url);
      showToast({ text: copy.copied });
    }
  }
  return (
    <div className="stack">
      <p>
        {copy.link}: <strong className="co-sign-link">{url}</strong>
      </p>
      <p>
        {copy.code}: <strong>{code}</strong>
      </p>
      <p className="muted small">{until}</p>
      <Button variant="secondary" onClick={() => void give()}>
        {canShare ? copy.share : copy.copy}
      </Button>
    </div>
  );
}
