import type { SubmitInput } from '@jena/shared/cases';
import { newId } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, openProduct } from '../../testing/product.ts';
import { application } from './cases.testing.ts';

const lena = citizenActor();

describeOnBothDialects('applications of one bundle', (open) => {
  async function openDoor() {
    const product = await openProduct({ store: await open() });
    const bundle = { id: newId<'draft'>(), slug: 'umzug' };
    const part = async (changes: Partial<SubmitInput> = {}): Promise<SubmitInput> => ({
      ...(await application(product, lena)),
      bundle,
      ...changes,
    });
    return { ...product, bundle, part, door: product.as(lena).cases };
  }

  it('are cases of their own that know of each other', async () => {
    const { door, part, bundle } = await openDoor();
    const first = await door.submit(await part());
    const second = await door.submit(await part());
    const alone = await door.submit({ ...(await part()), bundle: undefined });
    expect(new Set([first.reference, second.reference, alone.reference]).size).toBe(3);
    const { cases } = await door.mine();
    const bundles = Object.fromEntries(cases.map((one) => [one.id, one.bundle]));
    expect(bundles).toEqual({ [first.caseId]: bundle, [second.caseId]: bundle, [alone.caseId]: null });
    expect((await door.detail({ caseId: second.caseId })).bundle).toEqual(bundle);
  });

  it('arrive once each, however often they are sent', async () => {
    const { door, part } = await openDoor();
    const input = await part();
    const receipts = await Promise.all([1, 2, 3].map(() => door.submit(input)));
    expect(new Set(receipts.map(({ reference }) => reference)).size).toBe(1);
    expect((await door.mine()).cases).toHaveLength(1);
  });

  it('are refused one by one, and belong only to bundles that there are', async () => {
    const { door, part } = await openDoor();
    const refused = await part({ answers: {} });
    expect(await codeOf(door.submit(refused))).toBe('cases.answers_invalid');
    expect(await codeOf(door.submit(await part()))).toBe('no error');
    const invented = { id: newId<'draft'>(), slug: 'wohnsitz-anmelden' };
    expect(await codeOf(door.submit(await part({ bundle: invented })))).toBe('cases.service_unknown');
    expect((await door.mine()).cases).toHaveLength(1);
  });
});
