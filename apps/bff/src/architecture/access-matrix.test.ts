import { type Actor, anonymous, levelsOfAssurance, reachesLevel, staffRoles } from '@jena/shared/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeProcedures } from '../platform/http/procedures.ts';
import { citizenActor, staffActor } from '../platform/testing/context.ts';
import { openTestSqlite } from '../platform/testing/stores.ts';
import type { ProcedureMeta } from '../platform/trpc.ts';
import { call, openTown, rightCalls, type Town } from './authorisation.testing.ts';

/** Everybody who can stand at a door: nobody, citizens of each level, staff with no role, each role, and all. */
const everybody: Readonly<Record<string, Actor>> = {
  nobody: anonymous,
  ...Object.fromEntries(
    levelsOfAssurance.map((level) => [
      `a citizen of level ${level}`,
      { ...citizenActor(), levelOfAssurance: level },
    ]),
  ),
  'staff without a role': { ...staffActor(), roles: [] },
  ...Object.fromEntries(staffRoles.map((role) => [role, staffActor(role)])),
};

/** What the ladder answers to whom it does not let in, as the procedure's own words say; undefined: it lets them in. */
function refusalFor({ access, level = 'normal' }: ProcedureMeta, actor: Actor): string | undefined {
  if (access === 'public') return undefined;
  if (access === 'citizen') {
    if (actor.kind !== 'citizen') return 'identity.login_required';
    return reachesLevel(actor.levelOfAssurance, level) ? undefined : 'identity.level_too_low';
  }
  if (actor.kind !== 'staff') return 'identity.staff_login_required';
  const role = access.slice('staff:'.length);
  const has = role === 'any' || actor.roles.some((one) => one === role);
  return has ? undefined : 'identity.role_missing';
}

let town: Town;
beforeAll(async () => {
  town = await openTown(await openTestSqlite(), 'evidence_requested');
});
afterAll(async () => {
  await town.close();
  await town.store.close();
});

it.each(Object.keys(rightCalls))(
  '%s lets in exactly those whom it names, whatever they send',
  async (path) => {
    const meta = describeProcedures(town.router).get(path);
    if (meta === undefined) throw new Error(`${path} says nothing about itself`);
    const { kind: type } = meta;
    for (const [who, actor] of Object.entries(everybody)) {
      const expected = refusalFor(meta, actor);
      if (expected === undefined) continue;
      for (const input of [await rightCalls[path]?.input(town), undefined, { caseId: '../' }]) {
        const outcome = await call(town.router, town, { path, type, actor, input });
        expect(outcome, `${who} at ${path}`).toMatchObject({ code: expected });
      }
    }
  },
);

it('no kind of person is let in everywhere, and every procedure that is not public refuses somebody', () => {
  const metas = [...describeProcedures(town.router).values()];
  const closed = metas.filter(({ access }) => access !== 'public');
  expect(closed.length).toBeGreaterThan(50);
  for (const actor of Object.values(everybody))
    expect(closed.some((meta) => refusalFor(meta, actor) !== undefined)).toBe(true);
  for (const meta of closed)
    expect(Object.values(everybody).some((actor) => refusalFor(meta, actor) !== undefined)).toBe(true);
});
