import type { Told } from '@jena/shared/indicators';
import { use, useState } from 'react';
import { useLanguage } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { getLive } from '../../../lib/live.ts';
import { paths } from '../../../lib/paths.ts';
import { tell } from '../../../lib/tell.ts';
import { Button } from '../../../ui/button/button.tsx';
import { RadioGroup } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { ratingCopy } from '../copy.ts';

const answers = ['satisfied', 'partly', 'unsatisfied'] as const satisfies readonly Told[];

/** One place is asked once while this window lives; nothing of the answer stays on the phone. */
const asked = (about: string) => `jena-rated ${about}`;
const wasAsked = (about: string) => sessionStorage.getItem(asked(about)) !== null;

/** How satisfied: two taps, counted without who. `about` names the moment that is asked about, on this phone alone. */
export function Rating({ service, about }: { service: string; about: string }) {
  const copy = use(ratingCopy.once(useLanguage()));
  const [answer, setAnswer] = useState<string>('');
  const [state, setState] = useState<'hidden' | 'asking' | 'thanks'>(() =>
    wasAsked(about) || !getLive().online ? 'hidden' : 'asking',
  );
  if (state === 'hidden') return null;
  if (state === 'thanks') {
    return (
      <Notice tone="success" live="polite" action={<Link to={paths.transparency()}>{copy.figures}</Link>}>
        {copy.thanks}
      </Notice>
    );
  }
  function send() {
    const chosen = answers.find((one) => one === answer);
    if (!chosen) return;
    tell(service, chosen);
    sessionStorage.setItem(asked(about), '1');
    setState('thanks');
  }
  return (
    <div className="stack">
      <RadioGroup
        name={`rating-${about}`}
        label={copy.title}
        hint={copy.text}
        options={answers.map((value) => ({ value, label: copy[value] }))}
        value={answer}
        onChange={setAnswer}
      />
      {answer !== '' && (
        <Button variant="secondary" onClick={send}>
          {copy.send}
        </Button>
      )}
    </div>
  );
}
