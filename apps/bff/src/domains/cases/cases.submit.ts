import {
  type Attachment,
  answersInvalid,
  attachmentNotReady,
  formOutdated,
  type Receipt,
  type SubmitInput,
  serviceUnknown,
} from '@jena/shared/cases';
import { type FormContext, reach, validateForm } from '@jena/shared/forms';
import { levelTooLow } from '@jena/shared/identity';
import { type CitizenActor, cityTime, newId, reachesLevel } from '@jena/shared/kernel';
import { actForFirm } from '@jena/shared/mandates';
import { documentNotFound, type VaultDocument } from '@jena/shared/vault';
import type { Writer } from '../../platform/db/access.ts';
import type { Acting } from '../mandates/index.ts';
import { addCoSign, needsCoSign } from './cases.co-sign.ts';
import { admitFirst } from './cases.co-sign.who.ts';
import type { CasesDeps } from './cases.deps.ts';
import { officeDue } from './cases.due.ts';
import { likenessOf, suspectDuplicates } from './cases.duplicates.ts';
import { happen } from './cases.events.ts';
import { newReference } from './cases.reference.ts';
import { wordsOf } from './cases.search.ts';

/** How an applicant is called in the work queue: a business as it is called, people by the name in the application. */
function applicantOf(answers: SubmitInput['answers'], acting: Acting | null): string {
  if (acting?.party.kind === 'business') return acting.party.name;
  // Where two apply together, the first of them.
  const said = ['vornamen', 'familienname'].map((part) => answers[part] ?? answers[`p1_${part}`]);
  const name = said.filter((part) => typeof part === 'string');
  return name.join(' ');
}

/**
 * Takes an application in, the person's own or, by a mandate, that of whom they act for: checks it as the phone did, keeps it, and gives the receipt.
 * Runs in the mutation's one transaction; a replayed idempotency key never reaches this function.
 * @throws cases.service_unknown, cases.form_outdated, cases.answers_invalid, cases.attachment_not_ready,
 *   vault.not_found, identity.level_too_low, mandates.not_found, mandates.not_active, mandates.service_not_covered,
 *   mandates.act_for_firm
 */
export async function submitCase(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  input: SubmitInput,
): Promise<Receipt> {
  const service = deps.catalogue.service(input.serviceSlug);
  const form = service?.form ? deps.catalogue.form(service.form) : undefined;
  if (!service || !form) throw serviceUnknown();
  if (input.bundle && !deps.catalogue.isBundle(input.bundle.slug)) throw serviceUnknown();
  if (form.version !== input.formVersion) throw formOutdated({ version: form.version });
  const needed = service.levelOfAssurance === 'none' ? 'normal' : service.levelOfAssurance;
  if (!reachesLevel(actor.levelOfAssurance, needed)) throw levelTooLow({ needed });

  const { onBehalfOf } = input;
  if (actor.forFirm && !onBehalfOf) throw actForFirm();
  const acting = onBehalfOf ? await deps.mandates.act(tx, actor, { mandateId: onBehalfOf, service }) : null;
  const ownerId = acting ? acting.representedId : actor.accountId;

  const documents = await usableDocuments(deps, tx, actor, input.attachments);
  const context: FormContext = {
    today: cityTime(deps.clock.now()).day,
    codeLists: deps.catalogue.codeLists(),
    files: filesByField(input.attachments, documents),
  };
  const { pages, answers } = reach(form, input.answers, context);
  const { problems } = validateForm(form, answers, context);
  if (problems.length > 0) throw answersInvalid({ count: problems.length, first: problems[0]?.path ?? '' });

  // Files of a question that the answers no longer lead to stay with the person, as those answers do.
  const asked = new Set(pages.flatMap(({ fields }) => fields.map(({ path }) => path)));
  const attachments = input.attachments.filter(({ field }) => asked.has(field));

  const second = needsCoSign(deps, form, answers);
  if (second) await admitFirst(deps, tx, actor);
  const id = newId<'case'>();
  const reference = await newReference((drawn) => deps.cases.hasReference(tx, drawn));
  const head = {
    id,
    reference,
    ownerId,
    mandateId: onBehalfOf,
    serviceSlug: service.slug,
    state: 'none' as const,
  };
  const likeness = likenessOf(deps, answers);
  const at = deps.clock.now().toISOString() as Receipt['submittedAt'];
  const officeId = service.officeIds[0] ?? 'buergerservice';
  const applicant = applicantOf(answers, acting);
  await deps.cases.addCase(tx, {
    id,
    reference,
    ownerId,
    submittedBy: actor.accountId,
    mandateId: onBehalfOf,
    serviceSlug: service.slug,
    bundleId: input.bundle?.id ?? null,
    bundleSlug: input.bundle?.slug ?? null,
    officeId,
    formVersion: form.version,
    language: input.language,
    state: second ? 'awaiting_signature' : 'submitted',
    answers: await deps.seal.seal(tx, ownerId, JSON.stringify(answers), `cases_case.answers:${id}`),
    applicant: await deps.seal.seal(tx, ownerId, applicant, `cases_case.applicant:${id}`),
    submittedAt: at,
    updatedAt: at,
    likeness,
    dueDay: second ? null : officeDue({ serviceSlug: service.slug, at }),
    // Somebody has to look whether they may act for another.
    isSpecial: acting !== null,
  });
  await deps.cases.addDocuments(
    tx,
    attachments.map(({ documentId, field }) => ({
      documentId,
      caseId: id,
      ownerId: actor.accountId,
      field,
      addedAt: at,
      issuedByCity: false,
    })),
  );
  const type = second ? ('co_sign_requested' as const) : ('submitted' as const);
  await happen(deps, tx, { head, type, actor, onBehalfOf });
  if (second) await addCoSign(deps, tx, { id, ownerId });
  else {
    await deps.search.addWords(tx, {
      caseId: id,
      submittedAt: at,
      words: wordsOf(deps, officeId, applicant),
    });
    await suspectDuplicates(deps, tx, { ...head, likeness });
  }
  return { caseId: id, reference, submittedAt: at };
}

/** The person's own, checked documents; foreign ones do not exist for them. */
export async function usableDocuments(
  deps: CasesDeps,
  tx: Writer,
  actor: CitizenActor,
  attachments: readonly Attachment[],
): Promise<Map<string, VaultDocument>> {
  const ids = [...new Set(attachments.map((attachment) => attachment.documentId))];
  const found = await deps.vault.documentsOf(tx, actor.accountId, ids);
  if (found.length !== ids.length) throw documentNotFound();
  if (found.some((document) => document.state !== 'available')) throw attachmentNotReady();
  return new Map(found.map((document) => [document.id, document]));
}

/** Fields are named by whoever sends: a map, so that `constructor` finds nothing that was there before. */
function filesByField(attachments: readonly Attachment[], documents: Map<string, VaultDocument>) {
  const files = new Map<string, { mediaType: string }[]>();
  for (const { field, documentId } of attachments) {
    const document = documents.get(documentId);
    if (document) files.set(field, [...(files.get(field) ?? []), { mediaType: document.mediaType }]);
  }
  return Object.fromEntries(files);
}
