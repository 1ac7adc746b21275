import { typedRecoveryCode } from '@jena/shared/identity';
import { isDay } from '@jena/shared/kernel';
import { type FormEvent, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy, errorSentence } from '../../../lib/errors.ts';
import { expectLogin } from '../../../lib/hint.ts';
import { useLive } from '../../../lib/live.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { personal } from '../../../lib/personal.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { DateField } from '../../../ui/date-field/date-field.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { TextField } from '../../../ui/text-field/text-field.tsx';
import { post } from '../parts/start-eid.ts';
import { recoveryCopy } from '../recovery.copy.ts';

/** For who lost every way in: what to do, and where the code of the letter is typed. */
function Recovery() {
  const copy = useCopy(recoveryCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.title} lead={copy.lead} back={{ to: paths.login(), label: copy.back }} />
      <Section title={copy.howTitle}>
        <div className="prose">
          <ol>
            {copy.how.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </div>
        <div>
          <LinkButton variant="secondary" to={paths.office('buergerservice')}>
            {copy.office}
          </LinkButton>
        </div>
      </Section>
      <Section title={copy.formTitle}>
        <CodeForm />
      </Section>
    </div>
  );
}

function CodeForm() {
  const copy = useCopy(recoveryCopy);
  const errors = useCopy(errorCopy);
  const language = useLanguage();
  const { online } = useLive();
  const [code, setCode] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [wrong, setWrong] = useState<{ code?: string; birthDate?: string }>({});
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();

  async function goOn(event: FormEvent) {
    event.preventDefault();
    if (!online) return;
    const typed = typedRecoveryCode(code);
    const found = {
      ...(typed === undefined && { code: copy.codeShort }),
      ...(!isDay(birthDate) && { birthDate: copy.birthDateWrong }),
    };
    setWrong(found);
    setFailure(undefined);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await post('/recovery', { code: typed, birthDate });
      expectLogin();
      location.assign(localPath(language, paths.devices()));
    } catch (problem) {
      setFailure(errorSentence(errors, problem));
      setBusy(false);
    }
  }

  return (
    <form className="stack-large" onSubmit={(event) => void goOn(event)} noValidate>
      <TextField
        name="code"
        label={copy.code}
        hint={copy.codeHint}
        error={wrong.code}
        value={code}
        onChange={setCode}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        maxLength={30}
        width="medium"
      />
      <DateField
        name="geburtsdatum"
        label={copy.birthDate}
        error={wrong.birthDate}
        value={birthDate}
        onChange={setBirthDate}
      />
      {failure && (
        <Notice tone="warning" live="assertive">
          {failure}
        </Notice>
      )}
      <Button
        block
        type="submit"
        busy={busy ? copy.working : undefined}
        disabledReason={online ? undefined : copy.needsNetwork}
      >
        {copy.goOn}
      </Button>
      <p className="muted">{copy.warning}</p>
    </form>
  );
}

export const page = definePage({
  Page: personal(Recovery),
  copies: [recoveryCopy, errorCopy],
  title: ({ language }) => recoveryCopy.get(language).title,
});
