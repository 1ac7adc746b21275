import { type AccountId, newId, type StaffActor, toInstant } from '@jena/shared/kernel';
import type { AskId } from '../platform/db/platform.tables.ts';
import { askForSecond } from '../platform/four-eyes.ts';
import { staffActor } from '../platform/testing/context.ts';
import { newKey, type Product } from '../testing/product.ts';
import { addPasskey } from './authorisation.passkeys.testing.ts';
import type { Call, Town } from './authorisation.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
export const onDocument = {
  givenNames: 'Erika',
  familyName: 'Mustermann',
  birthDate: '1964-08-12' as never,
  birthPlace: 'Berlin',
};
const caseworker = (town: Town) => town.caseworker;
const owner = (town: Town) => town.owner;

/** A person whose card said what stands on their document; one access that waits, and one whose code is out. */
export async function openCounter({ deps, store, clock }: Product, accountId: AccountId, issuer: StaffActor) {
  const { account, login } = deps.domains;
  const at = toInstant(clock.now());
  const unknown = { birthName: null, academicTitle: null, nationality: 'D', documentType: 'ID' };
  const card = { ...onDocument, ...unknown, validUntil: null, address: null };
  return store.transaction(async (tx) => {
    await account.saveCard(tx, { accountId, card, at });
    const act = 'identity.recover';
    const ask = (reason: string) =>
      askForSecond(tx, store.tables, { act, actor: staffActor('caseworker'), at, reason });
    const [waiting, issued] = [await ask('wartet'), await ask('ausgegeben')];
    const row = { accountId, officeId: issuer.officeId, askedAt: at };
    await login.identity.addRecovery(tx, { ...row, id: newId<'recovery'>(), askId: waiting });
    const recoveryId = newId<'recovery'>();
    await login.identity.addRecovery(tx, { ...row, id: recoveryId, askId: issued });
    await login.identity.issueRecovery(tx, recoveryId, {
      issuedBy: issuer.staffId,
      issuedAt: at,
      codeHash: 'of a code',
    });
    // One that was used, after which a new passkey came: what was before may be removed.
    const later = (seconds: number) => toInstant(new Date(clock.now().getTime() + seconds * 1000));
    const used = { ...row, id: newId<'recovery'>(), askId: await ask('benutzt'), usedAt: later(1) };
    await login.identity.addRecovery(tx, used);
    await addPasskey(login, tx, { accountId, name: 'Neues Telefon', createdAt: later(2) });
    return { recoveryAskId: waiting as AskId, recoveryId };
  });
}

/** The right calls about an access that is given back. */
export const recoveryCalls: Readonly<Record<string, Call>> = {
  'identity.recovery.asks': { by: caseworker, input: () => ({}) },
  'identity.recovery.ask': { by: caseworker, input: () => ({ ...key(), ...onDocument }) },
  'identity.recovery.drop': {
    by: caseworker,
    input: ({ ids }) => ({ ...key(), askId: ids.recoveryAskId }),
  },
  'identity.recovery.confirm': {
    by: caseworker,
    input: ({ ids }) => ({ ...key(), askId: ids.recoveryAskId, ...onDocument }),
  },
  'identity.recovery.code': { by: caseworker, input: ({ ids }) => ({ recoveryId: ids.recoveryId }) },
  'identity.recovery.removeOldWays': { by: owner, input: key },
  'identity.recovery.oldWays': { by: owner, input: () => ({}) },
};
