import type { Measure } from '@jena/shared/indicators';
import { measures } from '@jena/shared/indicators';
import type { Kit } from '../../platform/db/kit.ts';

/** How often something happened at a service on a day. Nothing here can lead to a person or a device. */
export const indicatorTables = (k: Kit) => {
  const indicatorCounts = k.table(
    'indicators_count',
    {
      day: k.day('day').notNull(),
      serviceSlug: k.text('service_slug').notNull(),
      measure: k.choice('measure', measures).notNull().$type<Measure>(),
      /** How long it took, as `hoursKept`; 0 for what takes no time. */
      hours: k.int('hours').notNull(),
      amount: k.int('amount').notNull(),
    },
    (t) => [k.primaryKey({ columns: [t.day, t.serviceSlug, t.measure, t.hours] })],
  );

  /** Up to which event of the log has been counted. */
  const indicatorCursors = k.table('indicators_cursor', {
    id: k.id<'events'>('id'),
    sequence: k.int('sequence').notNull(),
  });

  return { indicatorCounts, indicatorCursors };
};

export type IndicatorTables = ReturnType<typeof indicatorTables>;
