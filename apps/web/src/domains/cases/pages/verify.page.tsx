import type { Verified as VerifiedLetter } from '@jena/shared/cases';
import { digestOf, readDecisionCode } from '@jena/shared/cases/code';
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCode, errorCopy, errorSentence } from '../../../lib/errors.ts';
import { definePage } from '../../../lib/page.ts';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { Verified } from '../parts/verified.tsx';
import { verifyCopy } from '../verify.copy.ts';

type VerifyData = { services: Record<string, string>; offices: Record<string, string> };
type Answer = { letter: VerifiedLetter } | { error: unknown };

/** Anyone confirms a letter of the city by its code, typed or brought behind the `#` by its QR code. */
function VerifyPage({ data }: { data: VerifyData }) {
  const copy = useCopy(verifyCopy);
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>();

  const check = useCallback(async (text: string) => {
    const code = readDecisionCode(text);
    setWrong(code === undefined);
    setAnswer(undefined);
    if (code === undefined) return;
    setBusy(true);
    try {
      const { client } = await import('../../../lib/trpc.ts');
      setAnswer({ letter: await client.cases.verify.query({ digest: await digestOf(code) }) });
    } catch (error) {
      setAnswer({ error });
    } finally {
      setBusy(false);
    }
  }, []);

  // What stands behind the `#` never reaches a server.
  useEffect(() => {
    const brought = decodeURIComponent(location.hash.slice(1));
    if (brought === '') return;
    setTyped(brought);
    void check(brought);
  }, [check]);

  function send(event: FormEvent) {
    event.preventDefault();
    void check(typed);
  }

  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} />
      <form className="stack" noValidate onSubmit={send}>
        <TextField
          name="code"
          label={copy.code}
          hint={copy.codeHint}
          value={typed}
          onChange={setTyped}
          error={wrong ? copy.codeWrong : undefined}
          autoCapitalize="characters"
          maxLength={40}
        />
        <div>
          <Button type="submit" busy={busy ? copy.checking : undefined}>
            {copy.check}
          </Button>
        </div>
      </form>
      {answer && 'letter' in answer && <Verified letter={answer.letter} names={data} />}
      {answer && 'error' in answer && <NotConfirmed error={answer.error} />}
    </div>
  );
}

function NotConfirmed({ error }: { error: unknown }) {
  const copy = useCopy(verifyCopy);
  const errors = useCopy(errorCopy);
  if (errorCode(error) !== 'cases.decision_not_found')
    return (
      <Notice tone="warning" live="assertive">
        {errorSentence(errors, error)}
      </Notice>
    );
  return (
    <Notice tone="danger" title={copy.notFoundTitle} live="assertive">
      {copy.notFound}
    </Notice>
  );
}

export const page = definePage<VerifyData>({
  Page: VerifyPage,
  copies: [verifyCopy, errorCopy],
  title: ({ language }) => verifyCopy.get(language).title,
  description: ({ language }) => verifyCopy.get(language).lead,
  async data({ content }) {
    const [{ services }, { offices }] = await Promise.all([
      content.bundle('services'),
      content.bundle('offices'),
    ]);
    return {
      services: Object.fromEntries(services.map(({ slug, title }) => [slug, title])),
      offices: Object.fromEntries(offices.map(({ id, name }) => [id, name])),
    };
  },
});
