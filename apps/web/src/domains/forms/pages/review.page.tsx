import {
  progress,
  pruneAnswers,
  type ReachedField,
  type ReachedPage,
  reach,
  validateForm,
} from '@jena/shared/forms';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { navigate } from '../../../lib/navigation.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { ActionBar } from '../../../ui/action-bar/action-bar.tsx';
import { Button, LinkButton } from '../../../ui/button/button.tsx';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { SummaryList } from '../../../ui/summary-list/summary-list.tsx';
import { formsCopy } from '../copy.ts';
import type { FormDraft } from '../draft-session.ts';
import { contextOf, type FormData, loadFormData } from '../form-data.ts';
import { changeAddress, isInAccount, rememberReviewed } from '../journey.ts';
import { Changes } from '../parts/changes.tsx';
import { DraftGate, type ReadyDraft } from '../parts/draft-gate.tsx';
import { Findings } from '../parts/findings.tsx';
import { ForWhomLine } from '../parts/for-whom-line.tsx';
import { SaveFailure, SaveLine } from '../parts/save-line.tsx';
import { Steps } from '../parts/steps.tsx';
import { reviewCopy } from '../review.copy.ts';
import { closeSession } from '../use-draft.ts';
import { answerInWords, itemNumber, type LocalField, originInWords } from '../words.ts';
import '../forms.css';

// Only where one form asks for several services.
const BecomesLines = lazy(async () => ({
  default: (await import('../parts/bundle-lines.tsx')).BecomesLines,
}));

function Review({ data }: { data: FormData }) {
  return <DraftGate data={data}>{(ready) => <Answers data={data} {...ready} />}</DraftGate>;
}

function Answers({ data, draft, save, begun, session }: ReadyDraft & { data: FormData }) {
  const copy = useCopy(formsCopy);
  const words = useCopy(reviewCopy);
  const language = useLanguage();
  const [attempt, setAttempt] = useState(0);
  const [sending, setSending] = useState<'no' | 'now' | 'failed'>('no');
  const { form, service } = data;
  const context = contextOf(data, draft.files);
  const { pages } = reach(form, draft.answers, context);
  useEffect(() => rememberReviewed(pages.map(({ page: shown }) => shown.id)));
  const report = validateForm(form, draft.answers, context);

  if (!begun) {
    return (
      <EmptyState
        level={1}
        title={words.title}
        action={<LinkButton to={paths.form(service.slug)}>{words.start}</LinkButton>}
      >
        {words.nothing}
      </EmptyState>
    );
  }

  async function submit() {
    if (report.problems.length > 0) {
      setAttempt(attempt + 1);
      return;
    }
    setSending('now');
    try {
      await session.flush();
      // From here on the outbox owns the answers; the draft vanishes under this page.
      closeSession();
      if (data.parts) {
        const { handInBundle } = await import('../hand-in-bundle.ts');
        const { id } = await handInBundle(data, draft, language);
        navigate(localPath(language, paths.casesTogether(id)), { replace: true });
      } else {
        const { enqueueSubmission } = await import('../../../offline/outbox.ts');
        await enqueueSubmission(handedIn(data, draft), { language });
        navigate(localPath(language, paths.cases()), { replace: true });
      }
    } catch {
      setSending('failed');
    }
  }

  return (
    <div className="stack-large form-page">
      <div className="form-top">
        <Steps
          slug={service.slug}
          steps={progress(form, undefined, draft.answers, context)}
          step={pages.length + 1}
          name={copy.stepReview}
        />
        <PageHeader
          title={words.title}
          lead={words.lead}
          back={{ to: paths.form(service.slug, pages.at(-1)?.page.id), label: copy.previous }}
        />
      </div>
      <ForWhomLine draft={draft} />
      <Changes data={data} draft={draft} session={session} />
      {data.parts && (
        <Suspense>
          <BecomesLines data={data} draft={draft} />
        </Suspense>
      )}
      <Findings data={data} report={report} attempt={attempt} />
      {pages.map((reached) => (
        <PageAnswers key={reached.page.id} data={data} draft={draft} reached={reached} />
      ))}
      <Section title={words.next}>
        <p>{words.nextText}</p>
      </Section>
      <SaveFailure save={save} onAgain={() => session.again()} />
      {sending === 'failed' && (
        <Notice tone="danger" live="assertive">
          {words.failed}
        </Notice>
      )}
      <ActionBar>
        <SaveLine save={save} inAccount={isInAccount(draft)} />
        <Button block busy={sending === 'now' ? words.submitting : undefined} onClick={() => void submit()}>
          {words.submit}
        </Button>
      </ActionBar>
    </div>
  );
}

/** What the outbox gets: only answers and files that count. */
function handedIn(data: FormData, draft: FormDraft): FormDraft {
  const context = contextOf(data, draft.files);
  const shown = new Set(
    reach(data.form, draft.answers, context).pages.flatMap(({ fields }) => fields.map((one) => one.path)),
  );
  return {
    ...draft,
    answers: pruneAnswers(data.form, draft.answers, context),
    files: Object.fromEntries(Object.entries(draft.files).filter(([name]) => shown.has(name))),
  };
}

type PageAnswersProps = { data: FormData; draft: FormDraft; reached: ReachedPage<FormData['form']> };

function PageAnswers({ data, draft, reached }: PageAnswersProps) {
  const copy = useCopy(formsCopy);
  const words = useCopy(reviewCopy);
  const language = useLanguage();
  const item = (one: ReachedField, prefix = '') => {
    const field = one.field as LocalField;
    const files = draft.files[field.name] ?? [];
    const answer =
      field.type === 'file'
        ? files.map((file) => file.name).join(', ')
        : answerInWords(field, one.answer, data, { copy, language });
    const source = originInWords(draft.origins[one.path], copy);
    const origin = source && answer !== '' ? ` (${source})` : '';
    return {
      id: one.path,
      label: prefix + field.label,
      value: answer === '' ? <em>{field.required ? words.notYet : words.empty}</em> : answer + origin,
      changeTo: changeAddress(data.service.slug, reached.page.id, one.path),
    };
  };
  const items = reached.fields.flatMap((one) =>
    one.items
      ? one.items.flatMap((fields, index) =>
          fields.map((inner) => item(inner, `${copy.person(itemNumber(one.field, index))}: `)),
        )
      : [item(one)],
  );
  return (
    <Section title={reached.page.title}>
      <SummaryList items={items} />
    </Section>
  );
}

export const page = definePage<FormData>({
  Page: Review,
  copies: [formsCopy, reviewCopy],
  title: ({ data, language }) => `${reviewCopy.get(language).title} – ${data.form.title}`,
  data: ({ content, params }) => loadFormData(content, params.slug),
});
