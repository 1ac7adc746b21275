import type { StaffSession } from '@jena/shared/identity';
import type { Instant, StaffId } from '@jena/shared/kernel';
import { and, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { IdentityTables } from './identity.tables.ts';

/** Sessions not used since `seenSince` are idle for too long. */
type Moment = { now: Instant; seenSince: Instant };

/** Sessions of everybody, for operators. */
export function createOperatorStore({
  identitySessions: t,
  identityStaff: staff,
}: Pick<IdentityTables, 'identitySessions' | 'identityStaff'>) {
  const alive = ({ now, seenSince }: Moment) =>
    and(isNull(t.endedAt), gt(t.endsAt, now), gt(t.seenAt, seenSince));

  return {
    async countCitizens(db: Reader, moment: Moment): Promise<number> {
      return db.$count(t, and(alive(moment), isNotNull(t.accountId)));
    },

    /** Staff who are logged in, the last seen first. */
    async staff(db: Reader, moment: Moment): Promise<StaffSession[]> {
      const rows = await db
        .select({ staffId: staff.id, name: staff.name, officeId: staff.officeId, seenAt: t.seenAt })
        .from(t)
        .innerJoin(staff, eq(staff.id, t.staffId))
        .where(alive(moment))
        .orderBy(desc(t.seenAt), desc(t.id));
      const people = new Map<StaffId, StaffSession>();
      for (const row of rows) {
        const known = people.get(row.staffId);
        if (known) known.sessions += 1;
        else people.set(row.staffId, { ...row, sessions: 1 });
      }
      return [...people.values()];
    },

    /** Ends what is open, of one member of staff or of everybody; each browser learns it when it asks next. */
    async endAll(tx: Writer, at: Instant, staffId?: StaffId): Promise<void> {
      const whose = staffId === undefined ? undefined : eq(t.staffId, staffId);
      await tx
        .update(t)
        .set({ endedAt: at })
        .where(and(isNull(t.endedAt), whose));
    },
  };
}
