// People with accounts and sessions, made by the product's own parts: benches need more than the sandbox has cards.
import { type AccountId, newId, toInstant } from '@jena/shared/kernel';
import { createDeps } from '../apps/bff/src/deps.ts';
import { cookieNames } from '../apps/bff/src/domains/identity/identity.cookies.ts';
import { openCitizenSession } from '../apps/bff/src/domains/identity/identity.sessions.ts';
import { parseConfig } from '../apps/bff/src/platform/config.ts';

export type Person = { accountId: AccountId; cookie: string };

/** @param env the product's own settings: it may run meanwhile */
export async function makePeople(env: Record<string, string>, count: number): Promise<Person[]> {
  const deps = await createDeps(parseConfig({ ...env, LOG_LEVEL: 'error' }));
  const { store, keys, clock, domains } = deps;
  const { identity } = domains.login;
  try {
    return await store.transaction(async (tx) => {
      const people: Person[] = [];
      for (let made = 0; made < count; made++) {
        const accountId = newId<'account'>();
        await identity.addAccount(tx, { id: accountId, subjectHash: accountId, at: toInstant(clock.now()) });
        await keys.create(tx, accountId);
        const login = { accountId, levelOfAssurance: 'high', method: 'eid' } as const;
        const secret = await openCitizenSession(domains.login, tx, login);
        people.push({ accountId, cookie: `${cookieNames.citizen}=${secret}` });
      }
      return people;
    });
  } finally {
    await deps.close();
  }
}
