import { type Catalogue, loadCatalogue } from '@jena/content/server';
import { staff } from '@jena/sandbox/staff';
import type { CaseDetail, CoSign, Receipt, StaffCase } from '@jena/shared/cases';
import { type FormCase, reach } from '@jena/shared/forms';
import { type DocumentId, newId } from '@jena/shared/kernel';
import { callsOf } from '../support/calls.ts';
import { asOfToday, formCases } from '../support/form-cases.ts';
import { dayFromToday } from '../support/lena.ts';
import { paperOf } from '../support/paper.ts';
import { expect, test } from '../support/test.ts';

const catalogue = loadCatalogue();
const services = [...catalogue.services.values()].filter(({ form }) => form !== null);
const codeLists = {
  streets: new Set(catalogue.streets),
  countries: new Set(catalogue.countries),
  kitas: new Set(catalogue.kitas),
};

/** The people of a form's test cases who lack nothing. Their days move along with today, as their lives would. */
function applicantsOf(slug: string): FormCase[] {
  return formCases(slug).filter(({ expect: { problems } }) => problems.length === 0);
}

type Service = Catalogue['services'] extends ReadonlyMap<string, infer One> ? One : never;

/** An application with a file for each question that asks this person for one. */
function applicationOf({ slug, form: formSlug }: Service, told: FormCase, document: DocumentId) {
  const form = catalogue.form(formSlug ?? slug);
  if (!form) throw new Error(`${slug} has no form`);
  const answers = asOfToday(told);
  const context = { today: dayFromToday(0) as FormCase['today'], codeLists, files: {} };
  const files = reach(form, answers, context)
    .pages.flatMap(({ fields }) => fields)
    .filter(({ field }) => field.type === 'file' && field.required);
  return {
    idempotencyKey: newId<'idempotency'>(),
    serviceSlug: slug,
    formVersion: form.version,
    answers,
    attachments: files.map(({ path }) => ({ field: path, documentId: document })),
    language: 'de',
  };
}

test('every form is taken in from everyone in its test cases, and decided by its office', async ({
  newDevice,
  newDesk,
  ownProduct,
}) => {
  test.setTimeout(600_000);
  const { origin } = ownProduct;
  const erika = await newDevice('phone', origin);
  await erika.logsIn('Erika Mustermann');
  const document = await paperOf(erika);
  const hers = callsOf(erika.page.request, origin, 'citizen');

  const lena = await newDevice('computer', origin);
  await lena.logsIn('Lena Okonkwo');
  const lenas = callsOf(lena.page.request, origin, 'citizen');
  /** Some forms need a second person. */
  async function signedByLena(caseId: string): Promise<void> {
    const { state } = await hers.query<CaseDetail>('cases.detail', { caseId });
    if (state !== 'awaiting_signature') return;
    const { code } = await hers.query<CoSign>('cases.coSign', { caseId });
    const key = () => ({ idempotencyKey: newId<'idempotency'>() });
    const { coSignId } = await lenas.mutate<{ coSignId: string }>('cases.takeCoSign', { ...key(), code });
    await lenas.mutate('cases.answerCoSign', { ...key(), coSignId, agree: true });
  }

  const received = new Map<string, { service: string; caseId: string }[]>();
  for (const service of services) {
    const office = service.officeIds[0] ?? 'buergerservice';
    const applicants = applicantsOf(service.form ?? service.slug);
    expect(applicants.length, `${service.slug}: someone who lacks nothing`).toBeGreaterThan(0);
    for (const told of applicants) {
      const { caseId } = await test.step(`${service.slug}: ${told.name}`, () =>
        hers.mutate<Receipt>('cases.submit', applicationOf(service, told, document)));
      await signedByLena(caseId);
      received.set(office, [...(received.get(office) ?? []), { service: service.slug, caseId }]);
    }
  }

  for (const [office, cases] of received) {
    const person = staff.find((one) => one.office_id === office);
    expect(person, `a caseworker of ${office}`).toBeDefined();
    const desk = await newDesk(origin);
    await desk.logsIn(person?.name);
    await expect(desk.page.getByRole('navigation', { name: 'Arbeitskörbe' })).toBeVisible();
    const theirs = callsOf(desk.page.request, origin, 'staff');
    /** Where two have to agree: what the first one proposed. */
    const proposed: { caseId: string; proposalId: string }[] = [];
    const idempotencyKey = () => newId<'idempotency'>();
    for (const { caseId } of cases) {
      await theirs.mutate('cases.staff.claim', { idempotencyKey: idempotencyKey(), caseId });
      await theirs.mutate('cases.staff.approve', { idempotencyKey: idempotencyKey(), caseId });
      const { proposal } = await theirs.query<StaffCase>('cases.staff.open', { caseId });
      if (proposal) proposed.push({ caseId, proposalId: proposal.id });
    }
    if (proposed.length === 0) continue;
    const second = staff.find((one) => one.office_id === office && one.id !== person?.id);
    expect(second, `a second caseworker of ${office}`).toBeDefined();
    const otherDesk = await newDesk(origin);
    await otherDesk.logsIn(second?.name);
    await expect(otherDesk.page.getByRole('navigation', { name: 'Arbeitskörbe' })).toBeVisible();
    const hersToo = callsOf(otherDesk.page.request, origin, 'staff');
    for (const one of proposed)
      await hersToo.mutate('cases.staff.confirmDecision', { idempotencyKey: idempotencyKey(), ...one });
  }

  for (const { service, caseId } of [...received.values()].flat()) {
    const issued = async () => {
      const { documents } = await hers.query<CaseDetail>('cases.detail', { caseId });
      return documents.filter(({ issuedByCity }) => issuedByCity).map(({ name }) => name);
    };
    const name = catalogue.issued.get(service)?.name ?? '';
    await expect.poll(issued, { timeout: 60_000, message: service }).toEqual([expect.stringContaining(name)]);
  }
});
