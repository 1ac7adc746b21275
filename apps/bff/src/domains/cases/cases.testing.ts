import { readFileSync } from 'node:fs';
import type { CardData } from '@jena/shared/account';
import type { SubmitInput } from '@jena/shared/cases';
import type { FormCase } from '@jena/shared/forms';
import {
  type CaseId,
  type CitizenActor,
  type IdempotencyKey,
  type StaffActor,
  toInstant,
} from '@jena/shared/kernel';
import type { Store } from '../../platform/db/store.ts';
import { staffActor } from '../../platform/testing/context.ts';
import { newKey, openProduct, type Product } from '../../testing/product.ts';

const forms = `${import.meta.dirname}/../../../../../packages/content/data/forms`;

/** The people of the real form's own test cases. */
export const people = JSON.parse(readFileSync(`${forms}/wohnsitz-anmelden.cases.json`, 'utf8')) as FormCase[];

export function person(name: RegExp): FormCase {
  const found = people.find((candidate) => name.test(candidate.name));
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

/** Puts a person's files into their vault and writes the application. */
export async function application(
  { photo }: Pick<Product, 'photo'>,
  citizen: CitizenActor,
  { answers, files = {} }: Pick<FormCase, 'answers' | 'files'> = person(/^a single German/),
): Promise<SubmitInput> {
  const attachments: SubmitInput['attachments'] = [];
  for (const [field, list] of Object.entries(files)) {
    for (const { mediaType } of list)
      attachments.push({ field, documentId: await photo(citizen.accountId, mediaType) });
  }
  return {
    idempotencyKey: newKey(),
    serviceSlug: 'wohnsitz-anmelden',
    formVersion: 1,
    answers: answers as SubmitInput['answers'],
    attachments,
    language: 'de',
    onBehalfOf: null,
  };
}

/** What a login said of somebody, kept in their account. */
export const known = (
  { deps, store, clock }: Pick<Product, 'deps' | 'store' | 'clock'>,
  { accountId }: CitizenActor,
  card: Partial<CardData>,
): Promise<void> =>
  store.transaction((tx) =>
    deps.domains.account.saveCard(tx, {
      accountId,
      at: toInstant(clock.now()),
      card: {
        ...{ familyName: null, givenNames: null, birthDate: '1990-01-01', birthName: null },
        ...{ academicTitle: null, birthPlace: null, nationality: null },
        ...{ documentType: null, validUntil: null, address: null, ...card },
      },
    }),
  );

/** The product with the acts of a case at hand. */
export async function openOffice(store: Store) {
  const product = await openProduct({ store });
  const { as } = product;
  const key = (idempotencyKey: IdempotencyKey = newKey()) => ({ idempotencyKey });

  return {
    ...product,
    async submitted(citizen: CitizenActor): Promise<CaseId> {
      return (await as(citizen).cases.submit(await application(product, citizen))).caseId;
    },
    claim: (staff: StaffActor, caseId: CaseId, from: StaffActor['staffId'] | null = null) =>
      as(staff).cases.staff.claim({ ...key(), caseId, from }),
    request: (staff: StaffActor, caseId: CaseId, field = 'wohnungsgeberbestaetigung') =>
      as(staff).cases.staff.requestEvidence({ ...key(), caseId, field, reason: 'Die Unterschrift fehlt.' }),
    async answer(citizen: CitizenActor, caseId: CaseId) {
      const { evidenceRequests } = await as(citizen).cases.detail({ caseId });
      const open = evidenceRequests.find((request) => request.answeredAt === null);
      if (!open) throw new Error('nothing was asked for');
      const documentIds = [await product.photo(citizen.accountId)];
      return as(citizen).cases.addEvidence({ ...key(), caseId, evidenceRequestId: open.id, documentIds });
    },
    approve: (staff: StaffActor, caseId: CaseId, note = '') =>
      as(staff).cases.staff.approve({ ...key(), caseId, note }),
    reject: (staff: StaffActor, caseId: CaseId, note = '') =>
      as(staff).cases.staff.reject({ ...key(), caseId, note }),
    open: (staff: StaffActor, caseId: CaseId) => as(staff).cases.staff.open({ caseId }),
    stateOf: async (staff: StaffActor, caseId: CaseId) =>
      (await as(staff).cases.staff.open({ caseId })).state,
    async timelineOf(citizen: CitizenActor, caseId: CaseId) {
      return (await as(citizen).cases.detail({ caseId })).timeline.map((event) => event.type);
    },
    async inboxOf(citizen: CitizenActor) {
      return (await as(citizen).notifications.inbox({})).messages.map((message) => message.type);
    },
  };
}

/** A caseworker of another office. */
export const elsewhere = (): StaffActor => ({ ...staffActor('caseworker'), officeId: 'standesamt' });
