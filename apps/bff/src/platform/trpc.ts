import { levelTooLow, loginRequired, roleMissing, staffLoginRequired } from '@jena/shared/identity';
import {
  type Actor,
  type CitizenActor,
  idempotencyKey,
  type LevelOfAssurance,
  reachesLevel,
  type StaffActor,
  type StaffRole,
} from '@jena/shared/kernel';
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { auditLater, auditWithin, noteSubjects } from './audit.ts';
import type { Context } from './context.ts';
import type { Writer } from './db/access.ts';
import { replayed, replyOnce } from './replies.ts';
import { rethrowWithStatus, safeShape, withStatus } from './trpc-errors.ts';

/** `any`: whoever of the staff is logged in. */
type NeededRole = StaffRole | 'any';
export type Access = 'public' | 'citizen' | `staff:${NeededRole}`;

/** What every procedure says about itself; tests read it, and the ladder acts on it. */
export type ProcedureMeta = {
  access: Access;
  /** Citizens' procedures: how surely the person must be identified. A web page asks for the card and comes back. */
  level?: LevelOfAssurance;
  kind: 'query' | 'mutation';
  /** Type of the audit event that each successful call leaves, or 'none'. Staff mutations must have one. */
  audit: string;
  /** True when everyone gets the same answer, whoever asks: it may be kept and shared. */
  shared?: boolean;
};

type Says = {
  /** `<domain>.<what_happened>`: appended as an event; 'none' when the call leaves no trace. */
  audit: string;
};
type CitizenSays = Says & {
  /** How surely the person must be identified; `normal` when left out. */
  level?: LevelOfAssurance;
  /** The same for who was let in by a business's certificate, which proves `substantial` at most; `level` when left out. */
  firmLevel?: LevelOfAssurance;
};

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({ errorFormatter: safeShape, isServer: true });

export const router = t.router;
export const mergeRouters = t.mergeRouters;
export const createCallerFactory = t.createCallerFactory;

/** Every mutation carries a key that the client makes once per intended change. */
const mutationInput = z.object({ idempotencyKey });

/** Lets an actor through, or refuses them. */
type Admit<Who extends Actor> = (actor: Actor) => Who;

const anyone: Admit<Actor> = (actor) => actor;

const citizenOf =
  (level: LevelOfAssurance, firmLevel = level): Admit<CitizenActor> =>
  (actor) => {
    if (actor.kind !== 'citizen') throw loginRequired();
    const needed = actor.forFirm ? firmLevel : level;
    if (!reachesLevel(actor.levelOfAssurance, needed)) throw levelTooLow({ needed });
    return actor;
  };

const staffWith =
  (role: NeededRole): Admit<StaffActor> =>
  (actor) => {
    if (actor.kind !== 'staff') throw staffLoginRequired();
    if (role !== 'any' && !actor.roles.includes(role)) throw roleMissing({ role });
    return actor;
  };

/** Access first, and an HTTP status for whatever is refused further in. */
const admitting = <Who extends Actor>(admit: Admit<Who>) =>
  t.middleware(async ({ ctx, next }) => {
    const actor = withStatus(() => admit(ctx.actor));
    return rethrowWithStatus(await next({ ctx: { actor } }));
  });

/**
 * The same for queries, which also get `ctx.audit` and leave their audit event after they succeeded. One step instead
 * of two: tRPC copies the whole call for each, which costs as much as a read of the database.
 */
const asking = <Who extends Actor>(admit: Admit<Who>) =>
  t.middleware(async ({ ctx, next, path, meta }) => {
    const actor = withStatus(() => admit(ctx.actor));
    const note = noteSubjects();
    const result = rethrowWithStatus(await next({ ctx: { actor, audit: note } }));
    if (result.ok) await auditLater(ctx, { type: meta?.audit ?? 'none', path, subjects: note.subjects });
    return result;
  });

/** Carries a failed result out of the transaction, so that the store rolls back. */
class RolledBack extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super('rolled back');
    this.result = result;
  }
}

/**
 * Runs the rest of the call in ONE transaction, answers a repeated key with the first answer,
 * and appends the audit event. `next()` does not throw but returns `{ ok: false }`: without the
 * throw below a failed mutation would commit.
 */
const inTransaction = t.procedure
  .input(mutationInput)
  .use(async ({ ctx, next, path, meta, input, getRawInput }) => {
    const request = await replyOnce(ctx, { path, key: input.idempotencyKey, input: await getRawInput() });
    const note = noteSubjects();
    const proceed = (tx: Writer) => next({ ctx: { tx, audit: note } });
    type Result = Awaited<ReturnType<typeof proceed>>;
    try {
      return await ctx.store.transaction(async (tx): Promise<Result> => {
        const known = await request.claim(tx);
        if (known !== undefined) return replayed(known.data) as Result;
        const result = await proceed(tx);
        if (!result.ok) throw new RolledBack(result);
        await auditWithin(tx, ctx, { type: meta?.audit ?? 'none', path, subjects: note.subjects });
        await request.keep(tx, result.data);
        return result;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.result as Result;
      throw error;
    }
  });

/**
 * For everyone, also without login. `shared: true` for answers that depend on the input alone:
 * they are kept in front of the procedure until public data changes, and never see who asks.
 */
export function publicQuery({ audit, shared = false }: Says & { shared?: boolean }) {
  return t.procedure.meta({ access: 'public', kind: 'query', audit, shared }).use(asking(anyone));
}

/** For everyone; the idempotency key is the only thing that ties a repetition to its first try. */
export function publicMutation({ audit }: Says) {
  return t.procedure
    .meta({ access: 'public', kind: 'mutation', audit })
    .use(admitting(anyone))
    .concat(inTransaction);
}

/** For a logged-in person. */
export function citizenQuery({ audit, level = 'normal' }: CitizenSays) {
  return t.procedure.meta({ access: 'citizen', level, kind: 'query', audit }).use(asking(citizenOf(level)));
}

/** For a logged-in person; `ctx.tx` is the call's one transaction. */
export function citizenMutation({ audit, level = 'normal', firmLevel }: CitizenSays) {
  return t.procedure
    .meta({ access: 'citizen', level, kind: 'mutation', audit })
    .use(admitting(citizenOf(level, firmLevel)))
    .concat(inTransaction);
}

/** For staff with a role. Name an audit type when a person's data is shown, and call `ctx.audit.concerns(accountId)`. */
export function staffQuery(role: StaffRole, { audit }: Says) {
  return t.procedure.meta({ access: `staff:${role}`, kind: 'query', audit }).use(asking(staffWith(role)));
}

/** For staff with a role; leaves an audit event in the same transaction. */
export function staffMutation(role: NeededRole, { audit }: Says) {
  return t.procedure
    .meta({ access: `staff:${role}`, kind: 'mutation', audit })
    .use(admitting(staffWith(role)))
    .concat(inTransaction);
}
