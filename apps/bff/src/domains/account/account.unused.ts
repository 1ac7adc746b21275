import { monthsBefore, unusedRule, unusedStep } from '@jena/shared/account';
import { type AccountId, type Instant, type SystemActor, toInstant } from '@jena/shared/kernel';
import type { Reader, Writer } from '../../platform/db/access.ts';
import { appendEvent } from '../../platform/events.ts';
import type { JobContext } from '../../platform/jobs.ts';
import { planDaily } from '../../platform/platform.jobs.ts';
import { type LeavingDeps, leave, leavingOf } from './account.leave.ts';

/** An account and what was said about it; of the domain that knows when people log in. */
type Use = { id: AccountId; usedAt: Instant | null; warnings: number; warnedAt: Instant | null };

export type UnusedDeps = LeavingDeps & {
  logins: {
    unusedSince(db: Reader, before: Instant, page: { after: Use | null; limit: number }): Promise<Use[]>;
    useOf(db: Reader, accountId: AccountId): Promise<Use | undefined>;
    noteWarning(tx: Writer, id: AccountId, said: { warnings: number; warnedAt: Instant }): Promise<void>;
  };
  notify(
    tx: Writer,
    notice: {
      accountId: AccountId;
      type: 'account_unused';
      caseId: null;
      caseReference: null;
      serviceSlug: null;
      at: Instant;
      key: string;
    },
  ): Promise<void>;
};

const atOnce = 100;
const quiet = { changesPublicData: false } as const;

/**
 * Once a day: warns people who have not logged in for long, and erases accounts that were warned of twice, in the way in
 * which people leave themselves. One transaction an account, so that one that cannot go holds up nobody.
 */
export async function sweepUnused(deps: UnusedDeps, { store, clock, actor }: JobContext): Promise<void> {
  const before = toInstant(monthsBefore(clock.now(), unusedRule.firstWarningMonths));
  for (let after: Use | null = null; ; ) {
    const page: Use[] = await deps.logins.unusedSince(store.read, before, { after, limit: atOnce });
    for (const { id } of page) await store.transaction((tx) => stepOne(deps, tx, { id, actor }), quiet);
    after = page.at(-1) ?? null;
    if (page.length < atOnce) break;
  }
  await store.transaction((tx) => planDaily(tx, store, clock, 'account.unused'), quiet);
}

async function stepOne(
  deps: UnusedDeps,
  tx: Writer,
  { id, actor }: { id: AccountId; actor: SystemActor },
): Promise<void> {
  // Asked anew: a login a moment ago has settled it.
  const use = await deps.logins.useOf(tx, id);
  const now = deps.clock.now();
  const step = use && unusedStep(use, now);
  if (!use || !step) return;
  // An open case needs its person; and while an office must keep one, the account may still ask for it.
  if ((await leavingOf(deps, tx, id)).cases.length > 0) return;
  const at = toInstant(now);
  if (step === 'warn') {
    const warnings = use.warnings + 1;
    await deps.logins.noteWarning(tx, id, { warnings, warnedAt: at });
    const about = { caseId: null, caseReference: null, serviceSlug: null };
    const key = `unused:${use.usedAt}:${warnings}`;
    await deps.notify(tx, { accountId: id, type: 'account_unused', ...about, at, key });
    return;
  }
  await leave(deps, tx, { actor, accountId: id });
  await appendEvent(tx, deps.tables, {
    stream: `account:${id}`,
    type: 'account.erased_unused',
    actor,
    at,
    data: { usedAt: use.usedAt },
    subject: id,
  });
}
