import type { Measure } from '@jena/shared/indicators';
import type { Day } from '@jena/shared/kernel';
import { and, between, eq, sql } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { IndicatorTables } from './indicators.tables.ts';

export type Count = { day: Day; serviceSlug: string; measure: Measure; hours: number; amount: number };

/** The counters by day, and how far the event log has been counted. */
export function createIndicatorsStore({
  indicatorCounts: counts,
  indicatorCursors: cursors,
}: IndicatorTables) {
  return {
    async add(tx: Writer, count: Count): Promise<void> {
      await tx
        .insert(counts)
        .values(count)
        .onConflictDoUpdate({
          target: [counts.day, counts.serviceSlug, counts.measure, counts.hours],
          set: { amount: sql`${counts.amount} + ${count.amount}` },
        });
    },

    /** Sums over the days, both included. */
    async sums(db: Reader, from: Day, to: Day): Promise<Omit<Count, 'day'>[]> {
      return db
        .select({
          serviceSlug: counts.serviceSlug,
          measure: counts.measure,
          hours: counts.hours,
          amount: sql<number>`sum(${counts.amount})`.mapWith(Number),
        })
        .from(counts)
        .where(between(counts.day, from, to))
        .groupBy(counts.serviceSlug, counts.measure, counts.hours);
    },

    /** Sums of the city by month (`2026-11`), oldest first. */
    async months(db: Reader, from: Day, to: Day, measure: Measure) {
      const month = sql<string>`substr(${counts.day}, 1, 7)`;
      return db
        .select({ month, amount: sql<number>`sum(${counts.amount})`.mapWith(Number) })
        .from(counts)
        .where(and(eq(counts.measure, measure), between(counts.day, from, to)))
        .groupBy(month)
        .orderBy(month);
    },

    async cursor(db: Reader): Promise<number> {
      const [row] = await db.select().from(cursors).where(eq(cursors.id, 'events'));
      return row?.sequence ?? 0;
    },

    async moveCursor(tx: Writer, sequence: number): Promise<void> {
      await tx
        .insert(cursors)
        .values({ id: 'events', sequence })
        .onConflictDoUpdate({ target: cursors.id, set: { sequence } });
    },
  };
}

export type IndicatorsStore = ReturnType<typeof createIndicatorsStore>;
