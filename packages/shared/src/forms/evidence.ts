import type { Answers, FieldShape, FormContext, FormShape } from './answers.ts';
import { reach } from './reach.ts';

export type EvidenceNeed<F extends FieldShape = FieldShape> = {
  /** Id of the evidence in the catalogue's service. */
  evidence: string;
  field: F;
};

/** The papers that these answers call for: the required file questions that are shown. */
export function requiredEvidence<Form extends FormShape>(
  form: Form,
  answers: Answers,
  context: FormContext,
): EvidenceNeed<Form['pages'][number]['fields'][number]>[] {
  return reach(form, answers, context)
    .pages.flatMap(({ fields }) => fields)
    .flatMap(({ field }) =>
      field.type === 'file' && field.required && field.evidence !== undefined
        ? [{ evidence: field.evidence, field }]
        : [],
    );
}

/** Those of them for which no file is there yet. */
export function missingEvidence<Form extends FormShape>(form: Form, answers: Answers, context: FormContext) {
  return requiredEvidence(form, answers, context).filter(
    ({ field }) => (context.files?.[field.name]?.length ?? 0) === 0,
  );
}
