import type { AccountId, CitizenActor, MandateId } from '@jena/shared/kernel';
import {
  coversService,
  type MandateKind,
  type Party,
  reachesCase,
  serviceNotCovered,
  suitsParty,
} from '@jena/shared/mandates';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';
import { heldNow, liveOnes } from './mandates.live.ts';
import { nameOf, partyOf } from './mandates.party.ts';
import type { MandateRow } from './mandates.store.ts';
import { vouch } from './mandates.vouch.ts';

/** Somebody acting for another, in one call. */
export type Acting = { mandateId: MandateId; representedId: AccountId; party: Party };

/** What decides whether a mandate opens a case. */
type CaseKeys = { ownerId: AccountId; serviceSlug: string; mandateId: MandateId | null };

/** The face to the domains in which people act for others. Every answer is read anew: a revoked mandate ends at once. */
export function mandatesFace(deps: MandatesDeps) {
  const live = (db: Reader, rows: MandateRow[]) => liveOnes(deps, db, rows);

  return {
    /**
     * Lets a person act for another in a service.
     * @throws mandates.not_found, mandates.not_active, mandates.service_not_covered
     */
    async act(
      db: Reader,
      actor: CitizenActor,
      {
        mandateId,
        service,
      }: { mandateId: MandateId; service: { slug: string; audience: readonly ('citizen' | 'business')[] } },
    ): Promise<Acting> {
      const row = await heldNow(deps, db, actor, mandateId);
      const party = await partyOf(deps, db, row.representedId);
      const fits = coversService(row, service.slug) && suitsParty(party.kind, service.audience);
      if (!fits) throw serviceNotCovered();
      return { mandateId: row.id, representedId: row.representedId, party };
    },

    /** Lets a person act for the business that a provider names. @throws mandates.too_many_parties */
    vouch: (tx: Writer, given: Parameters<typeof vouch>[2]) => vouch(deps, tx, given),

    /** By which mandate a person reaches a case of another; undefined when by none. */
    async reach(db: Reader, accountId: AccountId, row: CaseKeys): Promise<MandateId | undefined> {
      const held = await live(db, await deps.mandates.heldBy(db, accountId));
      return held.find((mandate) => mandate.representedId === row.ownerId && reachesCase(mandate, row))?.id;
    },

    /** Whose cases a person reaches besides their own, with the rule for each. */
    async representedBy(
      db: Reader,
      accountId: AccountId,
    ): Promise<
      { representedId: AccountId; party: Party; reaches: (row: Omit<CaseKeys, 'ownerId'>) => boolean }[]
    > {
      const held = await live(db, await deps.mandates.heldBy(db, accountId));
      return Promise.all(
        held.map(async (mandate) => ({
          representedId: mandate.representedId,
          party: await partyOf(deps, db, mandate.representedId),
          reaches: (row: Omit<CaseKeys, 'ownerId'>) => reachesCase(mandate, row),
        })),
      );
    },

    /** Who is told of a case: its owner, if they can log in, and those who may see it for them. */
    async toldOf(db: Reader, row: CaseKeys): Promise<AccountId[]> {
      const given = await deps.mandates.givenFor(db, row.ownerId);
      const holders = (await live(db, given)).filter((mandate) => reachesCase(mandate, row));
      const ids = holders.map(({ holderId }) => holderId);
      const isParty = given.some(({ kind }) => kind !== 'power_of_attorney');
      return [...new Set(isParty ? ids : [row.ownerId, ...ids])];
    },

    /** What a case says about the mandate by which it was handed in. */
    async representation(
      db: Reader,
      id: MandateId,
    ): Promise<{ kind: MandateKind; party: string; isConfirmed: boolean } | undefined> {
      const row = await deps.mandates.byId(db, id);
      if (!row) return undefined;
      const root = row.grantedBy ? await deps.mandates.byId(db, row.grantedBy) : row;
      const isConfirmed = root !== undefined && root.confirmedAt !== null;
      const { name } = await partyOf(deps, db, row.representedId);
      return { kind: row.kind, party: name, isConfirmed };
    },

    /** Children and businesses for whom nobody but this person acts in their own right. */
    async solelyRepresented(db: Reader, accountId: AccountId): Promise<AccountId[]> {
      const sole: AccountId[] = [];
      for (const { kind, role, representedId } of await deps.mandates.heldBy(db, accountId)) {
        if (kind === 'power_of_attorney' || role === 'employee') continue;
        const all = await deps.mandates.givenFor(db, representedId);
        if (all.every((one) => one.holderId === accountId || one.role === 'employee'))
          sole.push(representedId);
      }
      return [...new Set(sole)];
    },

    /** Ends and forgets all mandates of an account that is erased. */
    erase: (tx: Writer, accountId: AccountId) => deps.mandates.eraseAccount(tx, accountId),

    /** How whoever acted is called. */
    nameOf: (db: Reader, accountId: AccountId) => nameOf(deps, db, accountId),
    party: (db: Reader, accountId: AccountId) => partyOf(deps, db, accountId),
  };
}

export type MandatesFace = ReturnType<typeof mandatesFace>;
