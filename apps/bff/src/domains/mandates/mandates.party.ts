import { type AccountId, type MandateId, toInstant } from '@jena/shared/kernel';
import type { Party, PartyFacts } from '@jena/shared/mandates';
import { KeyGone } from '../../platform/crypto/keys.ts';
import { openJson, sealJson } from '../../platform/crypto/sealing.ts';
import type { Reader, Writer } from '../../platform/db/access.ts';
import type { MandatesDeps } from './mandates.deps.ts';

/** What is sealed about a party without a login. */
type SealedFacts = Omit<PartyFacts, 'kind'>;

/** Binds a sealed label to its mandate. */
export const labelPlace = (id: MandateId) => `mandates_mandate.label|${id}`;

const place = (accountId: AccountId) => `mandates_party.facts|${accountId}`;

/** Gives a child or a business an account with a key of its own; nobody can log in to it. */
export async function addParty(
  deps: MandatesDeps,
  tx: Writer,
  {
    accountId,
    kind,
    facts,
    firmHash = null,
  }: {
    accountId: AccountId;
    kind: 'child' | 'business';
    facts: Partial<SealedFacts>;
    /** By what a provider's business is known again. */
    firmHash?: string | null;
  },
): Promise<void> {
  const at = toInstant(deps.clock.now());
  await deps.addAccount(tx, { id: accountId, at });
  const key = await deps.keys.create(tx, accountId);
  await deps.mandates.addParty(tx, {
    accountId,
    kind,
    facts: sealJson(key, place(accountId), facts),
    firmHash,
    createdAt: at,
  });
}

/** Writes down what is said of a party now, in place of what was said before. */
export async function tellParty(
  deps: MandatesDeps,
  tx: Writer,
  accountId: AccountId,
  facts: Partial<SealedFacts>,
): Promise<void> {
  const key = await deps.keys.of(tx, accountId);
  await deps.mandates.tellParty(tx, accountId, sealJson(key, place(accountId), facts));
}

const unknown: SealedFacts = {
  name: null,
  legalForm: null,
  registerNumber: null,
  registerCourt: null,
  seat: null,
  toldAt: null,
  givenNames: null,
  familyName: null,
  birthDate: null,
  birthPlace: null,
};

/** What forms may fill in about a represented party. */
export async function partyFacts(deps: MandatesDeps, db: Reader, accountId: AccountId): Promise<PartyFacts> {
  const row = await deps.mandates.party(db, accountId);
  if (!row) {
    // A helper needs to know for whom they fill a form in, and nothing more of the other's card.
    const card = await deps.card(db, accountId);
    const { givenNames = null, familyName = null, birthDate = null, birthPlace = null } = card ?? {};
    return { kind: 'person', ...unknown, givenNames, familyName, birthDate, birthPlace };
  }
  const facts = openJson<Partial<SealedFacts>>(
    await deps.keys.of(db, accountId),
    place(accountId),
    Buffer.from(row.facts),
  );
  return { kind: row.kind, ...unknown, ...facts };
}

/** How a represented party is called; without a name once its data was erased. */
export async function partyOf(deps: MandatesDeps, db: Reader, accountId: AccountId): Promise<Party> {
  const row = await deps.mandates.party(db, accountId);
  if (!row) return { kind: 'person', name: await nameOf(deps, db, accountId) };
  const facts = await unlessErased(() => partyFacts(deps, db, accountId));
  const name = facts?.name ?? [facts?.givenNames, facts?.familyName].filter(Boolean).join(' ');
  return { kind: row.kind, name };
}

/** How a person is called; empty once their data was erased. */
export async function nameOf(deps: MandatesDeps, db: Reader, accountId: AccountId): Promise<string> {
  return (await unlessErased(() => deps.displayName(db, accountId))) ?? '';
}

async function unlessErased<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof KeyGone) return undefined;
    throw error;
  }
}
