import type { Problem, ReachedPage, Warning } from '@jena/shared/forms';
import { lazy, Suspense, useState } from 'react';
import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { Notice } from '../../../ui/notice/notice.tsx';
import { formsCopy } from '../copy.ts';
import type { DraftSession, FormDraft } from '../draft-session.ts';
import type { FormData } from '../form-data.ts';
import { fieldAt, problemSentence, warningSentence } from '../words.ts';
import { FieldInput, type FieldInputProps } from './field-input.tsx';

const GroupItems = lazy(async () => ({ default: (await import('./group-items.tsx')).GroupItems }));

type QuestionsProps = {
  data: FormData;
  draft: FormDraft;
  session: DraftSession;
  reached: ReachedPage<FormData['form']>;
  problems: readonly Problem[];
  warnings: readonly Warning[];
} & Pick<FieldInputProps, 'onReading'>;

/** The questions of one page, each with its problem or warning beside it. */
export function Questions({ data, draft, session, reached, ...rest }: QuestionsProps) {
  const { problems, warnings, onReading } = rest;
  const copy = useCopy(formsCopy);
  const language = useLanguage();
  // While someone is still typing, a warning would come too early.
  const [typing, setTyping] = useState<string>();

  const errorAt = (path: string) => {
    const problem = problems.find((known) => known.path === path);
    const field = fieldAt(data.form, path)?.field;
    if (!problem || !field) return undefined;
    return problem.code === 'required'
      ? copy.requiredHere
      : problemSentence(field, problem, { copy, language });
  };

  return reached.fields.map(({ field, path, items }) => {
    const common = {
      field,
      data,
      draftId: draft.id,
      files: draft.files[field.name] ?? [],
      onFiles: (files: FormDraft['files'][string]) => session.files(field.name, files),
      onReading,
    };
    if (field.type === 'group') {
      return (
        <Suspense key={path}>
          <GroupItems
            {...common}
            items={items ?? []}
            given={draft.answers[field.name]}
            onAnswer={(answer) => session.answer(field.name, answer)}
            errorAt={errorAt}
          />
        </Suspense>
      );
    }
    const warning = typing === path ? undefined : warnings.find((known) => known.path === path);
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: nothing to operate; it only hears where the focus is
      <div
        key={path}
        className="stack"
        onFocus={() => setTyping(path)}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setTyping(undefined)}
      >
        <FieldInput
          {...common}
          path={path}
          answer={draft.answers[field.name]}
          onAnswer={(answer) => session.answer(field.name, answer)}
          error={errorAt(path)}
          origin={draft.origins[field.name]}
        />
        {warning && (
          <Notice tone="warning" live="polite">
            {warningSentence(field, warning, { copy, language })}
          </Notice>
        )}
      </div>
    );
  });
}
