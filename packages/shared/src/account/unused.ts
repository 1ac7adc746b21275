/**
 * After how many months without a login an account is warned of, twice, and goes (docs/decisions/0039). An assumption
 * after the federal account, until the city decides.
 */
export const unusedRule = { firstWarningMonths: 21, secondWarningMonths: 23, eraseMonths: 24 } as const;

/** Days that lie at least between a warning and what follows it, also where the job stood still for long. */
const daysBetween = 28;

type Use = { usedAt: string | null; warnings: number; warnedAt: string | null };

/** The same day and clock some months before; a day that this month has not becomes its last. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCDate(1);
  then.setUTCMonth(then.getUTCMonth() - months);
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(now.getUTCDate(), last));
  return then;
}

/** What is due for an account that nobody uses. Nothing goes that was not warned of twice. */
export function unusedStep({ usedAt, warnings, warnedAt }: Use, now: Date): 'warn' | 'erase' | null {
  if (usedAt === null) return null;
  const isUnusedFor = (months: number) => usedAt < monthsBefore(now, months).toISOString();
  const isLongAgo = (at: string | null) =>
    at === null || now.getTime() - Date.parse(at) >= daysBetween * 86_400_000;
  if (!isLongAgo(warnedAt)) return null;
  if (warnings === 0) return isUnusedFor(unusedRule.firstWarningMonths) ? 'warn' : null;
  if (warnings === 1) return isUnusedFor(unusedRule.secondWarningMonths) ? 'warn' : null;
  return isUnusedFor(unusedRule.eraseMonths) ? 'erase' : null;
}
