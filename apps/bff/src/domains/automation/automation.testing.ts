import { readFileSync } from 'node:fs';
import type { SubmitInput } from '@jena/shared/cases';
import type { FormCase } from '@jena/shared/forms';
import type { CaseId, CitizenActor, DocumentId, StaffActor } from '@jena/shared/kernel';
import type { DocumentType } from '@jena/shared/vault';
import type { HandoverPort } from '../../adapters/handover/port.ts';
import type { Store } from '../../platform/db/store.ts';
import { staffActor } from '../../platform/testing/context.ts';
import { newKey, openProduct } from '../../testing/product.ts';

const forms = `${import.meta.dirname}/../../../../../packages/content/data/forms`;
const key = () => ({ idempotencyKey: newKey() });

export function personOf(slug: string, name: RegExp): FormCase {
  const people = JSON.parse(readFileSync(`${forms}/${slug}.cases.json`, 'utf8')) as FormCase[];
  const found = people.find((candidate) => name.test(candidate.name));
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

/** The product with rules, two operators and a caseworker of each office. */
export async function openHouse(store: Store, overrides: { handover?: HandoverPort } = {}) {
  const product = await openProduct({ store, ...overrides });
  const { as, deps } = product;
  await deps.domains.begin();
  const tomasz = staffActor('operator');
  const anke = staffActor('operator');
  const caseworkerOf = (officeId: string): StaffActor => ({ ...staffActor('caseworker'), officeId });

  async function ruleOf(id: string) {
    const rule = (await as(tomasz).automation.overview()).rules.find((one) => one.id === id);
    if (!rule) throw new Error(`no rule ${id}`);
    return rule;
  }
  async function trial(id: string) {
    const { version } = await ruleOf(id);
    await as(tomasz).automation.simulate({ ...key(), rule: id, version });
    await deps.jobs.drain();
    return (await ruleOf(id)).simulation;
  }

  return {
    ...product,
    tomasz,
    anke,
    caseworkerOf,
    ruleOf,
    trial,
    async switchOn(id: string) {
      await trial(id);
      const { version } = await ruleOf(id);
      await as(tomasz).automation.askOn({ ...key(), rule: id, version, reason: 'Probe ist gut.' });
      const [ask] = (await ruleOf(id)).asks;
      if (!ask) throw new Error('nothing waits');
      await as(anke).automation.confirmOn({ ...key(), rule: id, version, askId: ask.id });
    },
    /** Calls a paper of a person what they say it is. */
    async calls(
      citizen: CitizenActor,
      documentId: DocumentId,
      type: DocumentType,
      validUntil: string | null = null,
    ) {
      const details = { type, issuer: '', validUntil: validUntil as never, remind: false };
      await as(citizen).vault.describe({ ...key(), documentId, name: 'Blatt', details });
    },
    async apply(
      citizen: CitizenActor,
      slug: string,
      { answers, files = {} }: Pick<FormCase, 'answers' | 'files'>,
      paper?: DocumentId,
    ): Promise<CaseId> {
      const attachments: SubmitInput['attachments'] = [];
      for (const field of Object.keys(files))
        attachments.push({ field, documentId: paper ?? (await product.photo(citizen.accountId)) });
      const { caseId } = await as(citizen).cases.submit({
        ...key(),
        serviceSlug: slug,
        formVersion: 1,
        answers: answers as SubmitInput['answers'],
        attachments,
        language: 'de',
        onBehalfOf: null,
      });
      return caseId;
    },
    detailOf: (citizen: CitizenActor, caseId: CaseId) => as(citizen).cases.detail({ caseId }),
    stepsOf: async (citizen: CitizenActor, caseId: CaseId) =>
      (await as(citizen).cases.detail({ caseId })).timeline.map(({ type }) => type),
    drain: () => deps.jobs.drain(),
  };
}
