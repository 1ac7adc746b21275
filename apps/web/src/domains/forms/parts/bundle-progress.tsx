import { bundleProgress, laterQuestion, type PagesDone } from '@jena/shared/forms';
import { useEffect, useState } from 'react';
import { createContentSource } from '../../../lib/content.ts';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { paths } from '../../../lib/paths.ts';
import { ActionBar } from '../../../ui/action-bar/action-bar.tsx';
import { Badge } from '../../../ui/badge/badge.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SkeletonList } from '../../../ui/skeleton/skeleton.tsx';
import { bundleCopy } from '../bundle.copy.ts';
import type { BundleData } from '../bundle-data.ts';
import { formsCopy } from '../copy.ts';
import type { FormDraft } from '../draft-session.ts';
import { contextOf, type FormData, loadFormData } from '../form-data.ts';
import { BundleFacts } from './bundle-facts.tsx';
import { partName } from './bundle-names.ts';
import { Continue } from './continue.tsx';
import { DraftGate, type ReadyDraft } from './draft-gate.tsx';

type Props = { data: BundleData; draft: FormDraft; onStartOver: () => Promise<void> };

/** How far each part is, for who has begun; the form comes from the phone's content. */
export function BundleProgress({ data, draft, onStartOver }: Props) {
  const form = useForm(data.slug);
  if (!form) return <SkeletonList rows={4} />;
  const pages = form.form.pages.map(({ id, title }) => ({ id, title }));
  return (
    <>
      <Continue
        data={{ slug: data.slug, firstPage: data.firstPage, pages }}
        draft={draft}
        onStartOver={onStartOver}
      />
      <DraftGate data={form}>{(ready) => <Parts form={form} {...ready} />}</DraftGate>
    </>
  );
}

function Parts({ form, draft, session }: ReadyDraft & { form: FormData }) {
  const copy = useCopy(bundleCopy);
  const { person } = useCopy(formsCopy);
  const { slug } = form.service;
  const whole = { parts: form.parts ?? [], form: form.form };
  const { common, parts } = bundleProgress(whole, draft.answers, contextOf(form, draft.files));
  const named = parts.map((part) => ({ ...part, name: partName(part, person) }));
  const isWhole = [common, ...parts].every(({ next }) => next === undefined);
  return (
    <>
      <Section title={copy.progress}>
        <ul className="bundle-parts">
          <li>
            <Card className="bundle-part">
              <Head title={copy.common} done={common} />
              <p className="muted small">{copy.commonFor(named.map(({ name }) => name).join(', '))}</p>
              <Further slug={slug} done={common} name={copy.common} />
            </Card>
          </li>
          {named.map(({ name, ...part }) => (
            <li key={part.id}>
              <Card className="bundle-part">
                <Head title={`${name}: ${part.part.title}`} done={part} waits={part.waits} />
                <BundleFacts part={part.part} />
                {part.waits ? (
                  <p className="muted small">{copy.waitsText}</p>
                ) : (
                  <Further slug={slug} done={part} name={name} />
                )}
                {part.part.mayWait && (
                  <div>
                    <Button
                      variant="quiet"
                      onClick={() => session.answer(laterQuestion(part.id), !part.waits)}
                    >
                      {part.waits ? copy.now(name) : copy.later(name)}
                    </Button>
                  </div>
                )}
              </Card>
            </li>
          ))}
        </ul>
      </Section>
      {isWhole && (
        <ActionBar>
          <LinkButton block to={paths.formReview(slug)}>
            {copy.review}
          </LinkButton>
        </ActionBar>
      )}
    </>
  );
}

function Head({ title, done, waits = false }: { title: string; done: PagesDone; waits?: boolean }) {
  const copy = useCopy(bundleCopy);
  const isDone = done.next === undefined;
  return (
    <div className="bundle-part-head">
      <h3>{title}</h3>
      {waits ? (
        <Badge tone="info">{copy.waits}</Badge>
      ) : (
        <Badge tone={isDone ? 'success' : 'neutral'}>
          {isDone ? copy.complete : copy.pages(done.done, done.total)}
        </Badge>
      )}
    </div>
  );
}

function Further({ slug, done, name }: { slug: string; done: PagesDone; name: string }) {
  const copy = useCopy(bundleCopy);
  if (done.next === undefined) return null;
  return (
    <div>
      <LinkButton variant="secondary" to={paths.form(slug, done.next)}>
        {copy.goOn(name)}
      </LinkButton>
    </div>
  );
}

function useForm(slug: string): FormData | undefined {
  const language = useLanguage();
  const [form, setForm] = useState<FormData>();
  useEffect(() => {
    let current = true;
    Promise.all([loadFormData(createContentSource(language), slug), formsCopy.load(language)]).then(
      ([found]) => current && setForm(found),
      // Without the form there is still the way on: „Weiter, wo Sie waren“ says what is wrong.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [slug, language]);
  return form;
}
