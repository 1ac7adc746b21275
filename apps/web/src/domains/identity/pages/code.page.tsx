import { codeLength, typedCode } from '@jena/shared/identity';
import { type FormEvent, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { personal } from '../../../lib/personal.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { identityCopy } from '../copy.ts';
import { eidCopy } from '../eid.copy.ts';
import { finishByCode } from '../parts/start-eid.ts';

/** Where the reading of the card began: goes on with the code that the other browser shows. Never by itself. */
function Code() {
  const { code: copy } = useCopy(eidCopy);
  const { title } = useCopy(identityCopy);
  const errors = useCopy(errorCopy);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const [failure, setFailure] = useState<string>();

  async function goOn(event: FormEvent) {
    event.preventDefault();
    setFailure(undefined);
    setError(undefined);
    const typed = typedCode(code);
    if (typed === undefined) {
      setError(copy.short(codeLength));
      return;
    }
    setBusy(true);
    try {
      await finishByCode(typed);
    } catch (problem) {
      setFailure(errorSentence(errors, problem));
      setBusy(false);
    }
  }

  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.login(), label: title }} />
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <form className="stack" onSubmit={(event) => void goOn(event)} noValidate>
        <TextField
          name="code"
          label={copy.label}
          hint={copy.hint}
          error={error}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          maxLength={20}
          width="medium"
        />
        <Button block type="submit" busy={busy ? copy.working : undefined}>
          {copy.goOn}
        </Button>
      </form>
      <p className="muted">{copy.warning}</p>
    </div>
  );
}

export const page = definePage({
  Page: personal(Code),
  copies: [eidCopy, identityCopy, errorCopy],
  title: ({ language }) => eidCopy.get(language).code.title,
});
