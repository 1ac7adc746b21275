import { holds } from '@jena/shared/forms';
import { cityTime } from '@jena/shared/kernel';
import { lazy, Suspense, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { useLive } from '../../../lib/live.ts';
import { navigate } from '../../../lib/navigation.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { ActionBar } from '../../../ui/action-bar/action-bar.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { CheckboxGroup, RadioGroup } from '../../../ui/choice/choice.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { servicesCopy } from '../../services/copy.ts';
import { bundleCopy } from '../bundle.copy.ts';
import { type BundleData, loadBundle } from '../bundle-data.ts';
import { introCopy } from '../intro.copy.ts';
import { BundleFacts } from '../parts/bundle-facts.tsx';
import { useStoredDraft } from '../use-stored-draft.ts';
import '../forms.css';
import './bundle.css';

/** Only for who has begun: the form itself is behind it. */
const BundleProgress = lazy(async () => ({
  default: (await import('../parts/bundle-progress.tsx')).BundleProgress,
}));

function Bundle({ data }: { data: BundleData }) {
  const copy = useCopy(bundleCopy);
  const { draft, startOver } = useStoredDraft(data.slug);
  return (
    <div className="stack-large bundle">
      <PageHeader title={data.title} lead={data.summary} back={{ to: paths.services(), label: copy.back }} />
      {draft ? (
        <Suspense fallback={<SkeletonList rows={4} />}>
          <BundleProgress data={data} draft={draft} onStartOver={startOver} />
        </Suspense>
      ) : (
        <Choose data={data} />
      )}
    </div>
  );
}

/** What applies, and what comes of it, before anything is asked. */
function Choose({ data }: { data: BundleData }) {
  const copy = useCopy(bundleCopy);
  const intro = useCopy(introCopy);
  const language = useLanguage();
  const { loggedIn } = useLive();
  const [choice, setChoice] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState(false);
  const [beginning, setBeginning] = useState<'no' | 'now' | 'failed'>('no');

  const { day } = cityTime(new Date());
  const answers: Record<string, string> = choice === '' ? {} : { [data.choice.name]: choice };
  const ticks = data.ticks.filter(({ field, showWhen }) => {
    const shown = !showWhen || holds(showWhen, (name) => answers[name], day);
    if (shown) answers[field] = ticked.includes(field) ? 'ja' : 'nein';
    return shown;
  });
  const parts = data.parts.filter(({ when }) => !when || holds(when, (name) => answers[name], day));

  async function begin() {
    if (choice === '') {
      setMissing(true);
      document.querySelector<HTMLElement>('.bundle input[type=radio]')?.focus();
      return;
    }
    setBeginning('now');
    try {
      const { beginForm } = await import('../../services/begin-form.ts');
      navigate(localPath(language, await beginForm(data.slug, language, answers)));
    } catch {
      setBeginning('failed');
    }
  }

  return (
    <>
      <RadioGroup
        name={data.choice.name}
        label={data.choice.label}
        options={data.choice.options}
        value={choice}
        error={missing && choice === '' ? copy.chooseFirst : undefined}
        onChange={setChoice}
      />
      <CheckboxGroup
        name="dazu"
        label={copy.ticks}
        hint={copy.ticksHint}
        options={ticks.map(({ field, label, hint }) => ({ value: field, label, hint }))}
        values={ticked.filter((field) => ticks.some((tick) => tick.field === field))}
        onChange={setTicked}
      />
      <Section title={copy.list} intro={copy.listIntro}>
        <div aria-live="polite">
          {choice === '' && parts.length === 0 ? (
            <p className="muted">{copy.listEmpty}</p>
          ) : (
            <ul className="bundle-parts">
              {parts.map((part) => (
                <li key={part.id}>
                  <Card as="div" className="bundle-part">
                    <h3>{part.title}</h3>
                    <BundleFacts part={part} />
                  </Card>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Section>
      <Section title={copy.once}>
        <p>{copy.onceText}</p>
      </Section>
      {!loggedIn && (
        <Card tone="quiet" as="aside" className="stack">
          <p>
            <strong>{intro.card}</strong>
          </p>
          <p>{intro.cardText}</p>
          <LinkButton variant="secondary" to={paths.login(paths.form(data.slug))}>
            {intro.cardAction}
          </LinkButton>
        </Card>
      )}
      <noscript>
        <Notice tone="warning">{intro.noScript}</Notice>
      </noscript>
      {beginning === 'failed' && (
        <Notice tone="danger" live="assertive">
          {copy.beginFailed}
        </Notice>
      )}
      <ActionBar>
        <Button block busy={beginning === 'now' ? copy.begin : undefined} onClick={() => void begin()}>
          {copy.begin}
        </Button>
      </ActionBar>
    </>
  );
}

export const page = definePage<BundleData>({
  Page: Bundle,
  copies: [bundleCopy, introCopy, servicesCopy],
  title: ({ data }) => data.title,
  description: ({ data }) => data.summary,
  data: ({ content, params }) => loadBundle(content, params.slug),
});
