import { type PrecheckAnswers, precheckFills, precheckPath, precheckStep } from '@jena/shared/forms';
import { cityTime } from '@jena/shared/kernel';
import { useEffect, useRef, useState } from 'react';
import { useCopy } from '../../../lib/copy.ts';
import { definePage } from '../../../lib/page.ts';
import { paths } from '../../../lib/paths.ts';
import { ActionBar } from '../../../ui/action-bar/action-bar.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { RadioGroup } from '../../../ui/choice/choice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { servicesCopy } from '../copy.ts';
import { loadPrecheck, type PrecheckData } from '../parts/precheck-data.ts';
import { PrecheckResult } from '../parts/precheck-result.tsx';
import { precheckCopy } from '../precheck.copy.ts';
import './precheck.css';

/** One question after the other, then what they come to. Nothing of it leaves the phone. */
function Precheck({ data }: { data: PrecheckData }) {
  const copy = useCopy(precheckCopy);
  const [answers, setAnswers] = useState<PrecheckAnswers>({});
  const { precheck, service } = data;
  const { day } = cityTime(new Date());
  const step = precheckStep(precheck, answers, day);
  const { asked } = precheckPath(precheck, answers, day);
  const shown = step.kind === 'question' ? step.question.id : 'result';
  const place = useFocusOnChange(shown);
  const forget = (id: string) =>
    setAnswers(Object.fromEntries(Object.entries(answers).filter(([known]) => known !== id)));
  const last = asked.at(-1);

  return (
    <div className="stack-large precheck">
      <PageHeader
        title={copy.title(service.title)}
        back={{ to: paths.service(service.slug), label: copy.back }}
      />
      <div ref={place} tabIndex={-1} className="precheck-place">
        {step.kind === 'question' && (
          <Question
            key={step.question.id}
            question={step.question}
            number={step.number}
            onAnswer={(value) => setAnswers({ ...answers, [step.question.id]: value })}
            onBack={last && (() => forget(last.question.id))}
          />
        )}
        {step.kind === 'result' && (
          <PrecheckResult
            data={data}
            result={step.result}
            asked={asked.map(({ question, value }) => ({
              id: question.id,
              text: question.text,
              answer: question.options.find((option) => option.value === value)?.label ?? '',
            }))}
            fills={precheckFills(precheck, answers, day) as Record<string, string>}
            onChange={forget}
          />
        )}
      </div>
    </div>
  );
}

type QuestionProps = {
  question: PrecheckData['precheck']['questions'][number];
  number: number;
  onAnswer: (value: string) => void;
  onBack: (() => void) | undefined;
};

function Question({ question, number, onAnswer, onBack }: QuestionProps) {
  const copy = useCopy(precheckCopy);
  const [value, setValue] = useState('');
  const [missing, setMissing] = useState(false);
  return (
    <form
      className="stack-large"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (value === '') setMissing(true);
        else onAnswer(value);
      }}
    >
      <p className="muted">{copy.step(number)}</p>
      <RadioGroup
        name={question.id}
        label={question.text}
        hint={question.hint}
        options={question.options}
        value={value}
        error={missing && value === '' ? copy.choose : undefined}
        onChange={setValue}
      />
      <p className="muted">{copy.private}</p>
      <ActionBar>
        {onBack && (
          <Button variant="quiet" onClick={onBack}>
            {copy.previous}
          </Button>
        )}
        <Button block type="submit">
          {copy.next}
        </Button>
      </ActionBar>
    </form>
  );
}

/** Who cannot see the screen change is taken to what is new; not when the page opens. */
function useFocusOnChange(shown: string) {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(shown);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    place.current?.focus();
    window.scrollTo({ top: 0 });
  }, [shown]);
  return place;
}

export const page = definePage<PrecheckData>({
  Page: Precheck,
  copies: [servicesCopy, precheckCopy],
  title: ({ data, language }) => precheckCopy.get(language).title(data.service.title),
  data: ({ content, params }) => loadPrecheck(content, params.slug),
});
