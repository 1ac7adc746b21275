import { type Problem, progress, reach, validatePage } from '@jena/shared/forms';
import { type FormEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { navigate } from '../../../lib/navigation.ts';
import { definePage, type Params } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { tell } from '../../../lib/tell.ts';
import { announce } from '../../../shell/announcer.tsx';
import { ActionBar } from '../../../ui/action-bar/action-bar.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary/error-summary.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { formsCopy } from '../copy.ts';
import { contextOf, type FormData, loadFormData } from '../form-data.ts';
import { cameFromReview, isInAccount, nextAddress } from '../journey.ts';
import { Changes } from '../parts/changes.tsx';
import { DraftGate, type ReadyDraft } from '../parts/draft-gate.tsx';
import { ForWhomLine } from '../parts/for-whom-line.tsx';
import { Questions } from '../parts/questions.tsx';
import { SaveFailure, SaveLine } from '../parts/save-line.tsx';
import { Steps } from '../parts/steps.tsx';
import { fieldId, placedSentence } from '../words.ts';
import '../forms.css';

// Only where one form asks for several services.
const SharedLine = lazy(async () => ({
  default: (await import('../parts/bundle-lines.tsx')).SharedLine,
}));

function FormPage({ data, params }: { data: FormData; params: Params }) {
  return (
    <DraftGate data={data}>
      {(ready) => <FilledPage key={params.page} data={data} pageId={params.page ?? ''} {...ready} />}
    </DraftGate>
  );
}

function FilledPage({
  data,
  pageId,
  draft,
  save,
  begun,
  session,
}: ReadyDraft & { data: FormData; pageId: string }) {
  const copy = useCopy(formsCopy);
  const language = useLanguage();
  const [found, setFound] = useState<{ attempt: number; problems: Problem[] }>({ attempt: 0, problems: [] });
  const [reading, setReading] = useState(0);
  const { form, service } = data;
  const context = contextOf(data, draft.files);
  const pages = reach(form, draft.answers, context).pages;
  const here = pages.findIndex(({ page }) => page.id === pageId);
  const reached = pages[here];
  const toReview = cameFromReview();

  const wasBegun = useRef(begun);
  useEffect(() => {
    // One form for several services is none of them; each counts when it is handed in.
    if (begun && !wasBegun.current && !data.parts) tell(service.slug, 'begun');
    wasBegun.current = begun;
  }, [begun, service.slug, data.parts]);
  useEffect(() => session.goTo(pageId), [session, pageId]);
  useEffect(() => focusTarget(), []);
  useAnnouncedQuestions(reached?.fields.map(({ field }) => field.label) ?? []);

  if (!reached) return <NotNeeded slug={service.slug} pageId={pages[0]?.page.id} />;

  // A problem stays until it is mended; new ones wait for the next attempt.
  const now = validatePage(form, pageId, draft.answers, context);
  const problems = now.problems.filter(({ path }) => found.problems.some((known) => known.path === path));

  function submit(event: FormEvent) {
    event.preventDefault();
    if (now.problems.length > 0) {
      setFound({ attempt: found.attempt + 1, problems: now.problems });
      return;
    }
    void session.flush();
    navigate(localPath(language, nextAddress({ data, draft, pageId, toReview })));
  }

  const before = pages[here - 1]?.page;
  const speaker = { copy, language };
  return (
    <form className="stack-large form-page" onSubmit={submit} noValidate>
      <div className="form-top">
        <Steps
          slug={service.slug}
          steps={progress(form, pageId, draft.answers, context)}
          step={here + 1}
          name={reached.page.title}
        />
        <PageHeader
          title={reached.page.title}
          {...(reached.page.intro === undefined ? {} : { lead: reached.page.intro })}
          back={
            before
              ? { to: paths.form(service.slug, before.id), label: copy.previous }
              : { to: paths.form(service.slug), label: copy.toIntro }
          }
        />
      </div>
      <ErrorSummary
        attempt={found.attempt}
        errors={problems.map((problem) => ({
          fieldId: fieldId(problem.path),
          message: placedSentence(form, problem, 'problem', speaker),
        }))}
      />
      <ForWhomLine draft={draft} />
      {data.parts && (
        <Suspense>
          <SharedLine data={data} draft={draft} reached={reached} />
        </Suspense>
      )}
      <Changes data={data} draft={draft} session={session} />
      <Questions
        data={data}
        draft={draft}
        session={session}
        reached={reached}
        problems={problems}
        warnings={now.warnings}
        onReading={(isReading) => setReading((files) => files + (isReading ? 1 : -1))}
      />
      <SaveFailure save={save} onAgain={() => session.again()} />
      <ActionBar>
        <SaveLine save={save} inAccount={isInAccount(draft)} />
        <Button type="submit" block busy={reading > 0 ? copy.reading : undefined}>
          {toReview ? copy.backToReview : copy.next}
        </Button>
      </ActionBar>
    </form>
  );
}

function NotNeeded({ slug, pageId }: { slug: string; pageId: string | undefined }) {
  const copy = useCopy(formsCopy);
  return (
    <div className="stack-large">
      <PageHeader title={copy.notNeeded.title} />
      <Notice action={<LinkButton to={paths.form(slug, pageId)}>{copy.notNeeded.action}</LinkButton>}>
        {copy.notNeeded.text}
      </Notice>
    </div>
  );
}

/** „Ändern“ leads to one question: its first control takes the focus. */
function focusTarget(patience = 10): void {
  if (location.hash.length < 2) return;
  const target = document.getElementById(location.hash.slice(1));
  // Some questions bring code of their own; then the control comes a moment later.
  if (!target && patience > 0) setTimeout(() => focusTarget(patience - 1), 100);
  const control = target?.matches('fieldset')
    ? target.querySelector<HTMLElement>('input, select, button')
    : target;
  control?.focus();
  target?.scrollIntoView({ block: 'center' });
}

/** Says aloud which questions an answer brought up; the ones that the page begins with are read anyway. */
function useAnnouncedQuestions(labels: string[]): void {
  const copy = useCopy(formsCopy);
  const before = useRef(labels);
  useEffect(() => {
    const news = labels.filter((label) => !before.current.includes(label));
    before.current = labels;
    if (news.length > 0) announce(copy.newQuestion(news));
  });
}

export const page = definePage<FormData>({
  Page: FormPage,
  copies: [formsCopy],
  title: ({ data, params }) =>
    [data.form.pages.find((known) => known.id === params.page)?.title, data.form.title]
      .filter(Boolean)
      .join(' – '),
  // A page that a new version no longer has is one that nobody needs: the way back stands there.
  data: ({ content, params }) => loadFormData(content, params.slug),
});
