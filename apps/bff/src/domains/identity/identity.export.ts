import { jsonFile, type PersonalPart } from '../../platform/personal-data.ts';
import { passkeyList, type RemovingDeps } from './identity.passkeys.list.ts';

type PartDeps = Pick<RemovingDeps, 'identity' | 'seal'>;

/** How a person logs in and where they are logged in. Secrets are stored as hashes only, and stay here. */
export const identityPart = (deps: PartDeps): PersonalPart => ({
  tables: [
    'identityAccounts',
    'identityCredentials',
    'identitySessions',
    'identityPasskeys',
    'identityKnownDevices',
    'identityRecoveries',
  ],
  holds: { 'anmeldungen.json': 'seit wann es Ihr Konto gibt, womit und wo Sie angemeldet sind' },
  async *files(db, accountId) {
    const { identity } = deps;
    const sessions = await identity.allSessionsOf(db, accountId);
    yield jsonFile('anmeldungen.json', {
      account: { id: accountId, createdAt: await identity.accountSince(db, accountId) },
      waysIn: await identity.waysIn(db, accountId),
      givenBack: await identity.recoveriesOf(db, accountId),
      passkeys: await passkeyList(deps, db, accountId),
      // Without the hash: it would say nothing, and only we can compare it.
      knownDevices: (await identity.knownDevices(db, accountId)).map(({ method, firstAt, lastAt }) => ({
        method,
        firstAt,
        lastAt,
      })),
      sessions: sessions.map(
        ({
          levelOfAssurance,
          method,
          browser,
          system,
          startedAt,
          authenticatedAt,
          seenAt,
          endsAt,
          endedAt,
        }) => ({
          levelOfAssurance,
          method,
          browser,
          system,
          startedAt,
          authenticatedAt,
          seenAt,
          endsAt,
          endedAt,
        }),
      ),
    });
  },
});
