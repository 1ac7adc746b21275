import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import type { CaseId } from '@jena/shared/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createFitConnect } from '../../adapters/handover/adapter.ts';
import type { Store } from '../../platform/db/store.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { openHouse, personOf } from '../automation/automation.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
const sofa = personOf('sperrmuell', /^an old sofa/);
const minute = 60_000;
const day = 24 * 60 * minute;

let sandbox: RunningSandbox;
type Arrived = { state: string; data: { reference: string } };
const control = () => sandbox.endpoints.fitConnect.controlUrl;
const set = (settings: object) =>
  fetch(`${control()}/settings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(settings),
  });
const arrived = async (reference: string) =>
  ((await (await fetch(`${control()}/arrived`)).json()) as { arrived: Arrived[] }).arrived.filter(
    ({ data }) => data?.reference === reference,
  );

beforeAll(async () => {
  sandbox = await startSandbox();
}, 90_000);
afterAll(() => sandbox?.stop());
beforeEach(() => set({ down: false, loseAnswers: 0, spoilKey: 'none' }));

/** The product with a destination of the sandbox, and a case that Uwe approves. */
async function openYard(store: Store) {
  const clock = { now: () => new Date() };
  const handover = createFitConnect(
    { ...sandbox.endpoints.fitConnect, timeoutMs: 60_000, production: false },
    { clock },
  );
  const house = await openHouse(store, { handover });
  const lena = citizenActor();
  const uwe = house.caseworkerOf('ksj');
  const operator = staffActor('operator');
  const overview = () => house.as(operator).handover.overview();
  return {
    ...house,
    lena,
    operator,
    overview,
    async approved(): Promise<string> {
      const caseId: CaseId = await house.apply(lena, 'sperrmuell', sofa);
      await house.as(uwe).cases.staff.claim({ ...key(), caseId });
      await house.as(uwe).cases.staff.approve({ ...key(), caseId });
      return (await house.detailOf(lena, caseId)).reference;
    },
    async passes(time: number, step: number) {
      for (let passed = 0; passed < time; passed += step) {
        house.clock.advance(step);
        await house.drain();
      }
    },
  };
}

describeOnBothDialects('an approved case that goes on to another system', (open) => {
  it('arrives once, is accepted, and the person reads who has it and what for', async () => {
    const yard = await openYard(await open());
    const reference = await yard.approved();
    await yard.drain();
    await yard.passes(5 * minute, minute);
    expect(await arrived(reference)).toHaveLength(1);
    expect(await yard.overview()).toMatchObject({
      counts: { accepted: 1, waiting: 0, submitted: 0 },
      open: [],
    });
    const { entries } = await yard.as(yard.lena).account.accessLog({});
    const line = entries.find(({ act }) => act === 'handover.sent');
    expect(line).toMatchObject({ officeId: 'ksj', caseReference: reference });
  }, 90_000);

  it('waits through a day on which the destination is down: nothing is lost, nothing doubled', async () => {
    const yard = await openYard(await open());
    await set({ down: true });
    const references = [await yard.approved(), await yard.approved(), await yard.approved()];
    await yard.passes(day, 30 * minute);
    const waiting = await yard.overview();
    expect(waiting.counts).toMatchObject({ waiting: 3, dead: 0 });
    expect(waiting.open.map(({ trouble }) => trouble)).toEqual(['unreachable', 'unreachable', 'unreachable']);
    await set({ down: false });
    await yard.passes(day, 60 * minute);
    expect((await yard.overview()).counts).toMatchObject({ accepted: 3, waiting: 0, submitted: 0, dead: 0 });
    for (const reference of references)
      expect((await arrived(reference)).map(({ state }) => state)).toEqual(['accepted']);
  }, 120_000);

  it('is not sent again when it arrived and only the answer was lost', async () => {
    const yard = await openYard(await open());
    await set({ loseAnswers: 1 });
    const reference = await yard.approved();
    await yard.drain();
    expect((await yard.overview()).open).toMatchObject([{ state: 'waiting', trouble: 'unreachable' }]);
    await yard.passes(10 * minute, minute);
    expect(await arrived(reference)).toHaveLength(1);
    expect((await yard.overview()).counts).toMatchObject({ accepted: 1 });
  }, 90_000);

  it('stops at a key that is not fit, until an operator tries again; and after two weeks of silence', async () => {
    const yard = await openYard(await open());
    await set({ spoilKey: 'for_signing' });
    await yard.approved();
    await yard.drain();
    const [stopped] = (await yard.overview()).open;
    expect(stopped).toMatchObject({ state: 'dead', trouble: 'untrusted', nextAt: null });
    await set({ spoilKey: 'none', down: true });
    const input = { transferId: stopped?.id as never };
    await yard.as(yard.operator).handover.retry({ ...key(), ...input });
    await yard.passes(15 * day, 12 * 60 * minute);
    expect((await yard.overview()).open).toMatchObject([{ state: 'dead', trouble: 'unreachable' }]);
    await set({ down: false });
    await yard.as(yard.operator).handover.retry({ ...key(), ...input });
    await yard.passes(5 * minute, minute);
    expect((await yard.overview()).counts).toMatchObject({ accepted: 1, dead: 0 });
    expect(await codeOf(yard.as(yard.operator).handover.retry({ ...key(), ...input }))).toBe(
      'handover.transfer_not_found',
    );
  }, 120_000);
});
