import { readFileSync } from 'node:fs';
import type { FormCase } from '@jena/shared/forms';
import type { CaseId, CitizenActor, StaffActor } from '@jena/shared/kernel';
import { staffActor } from '../../platform/testing/context.ts';
import { newKey, type Product } from '../../testing/product.ts';
import { application } from './cases.testing.ts';

const forms = `${import.meta.dirname}/../../../../../packages/content/data/forms`;
const [tenant] = (JSON.parse(readFileSync(`${forms}/wohngeld.cases.json`, 'utf8')) as FormCase[]).filter(
  ({ expect }) => expect.problems.length === 0,
);
const key = () => ({ idempotencyKey: newKey() });

/** Two who work where public money is given. */
export const clerk = (): StaffActor => ({ ...staffActor('caseworker'), officeId: 'wohngeldstelle' });

/** A case of a service in which two have to agree, in the hands of a caseworker. */
export async function markedCase(
  product: Product,
  citizen: CitizenActor,
  staff: StaffActor,
): Promise<CaseId> {
  const written = { ...(await application(product, citizen, tenant)), serviceSlug: 'wohngeld' };
  const { caseId } = await product.as(citizen).cases.submit(written);
  await product.as(staff).cases.staff.claim({ ...key(), caseId, from: null });
  return caseId;
}

/** The same, with a decision proposed. */
export async function proposedCase(product: Product, citizen: CitizenActor, staff: StaffActor) {
  const caseId = await markedCase(product, citizen, staff);
  await product.as(staff).cases.staff.approve({ ...key(), caseId, note: 'Sie bekommen 214 Euro im Monat.' });
  const { proposal } = await product.as(staff).cases.staff.open({ caseId });
  if (!proposal) throw new Error('nothing was proposed');
  return { caseId, proposalId: proposal.id };
}
