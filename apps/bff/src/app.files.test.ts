import { type AccountId, newId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { cookieNames } from './domains/identity/identity.cookies.ts';
import { openCitizenSession } from './domains/identity/identity.sessions.ts';
import { openProduct } from './testing/product.ts';

it('files carry the headers of every answer, and the stricter policy of their own', async () => {
  const { app, deps, store, clock, photo, close } = await openProduct({
    env: { PUBLIC_ORIGIN: 'https://service.jena.de' },
  });
  const { identity } = deps.domains.identity;
  const accountId = newId<'account'>() as AccountId;
  const token = await store.transaction(async (tx) => {
    await identity.addAccount(tx, { id: accountId, subjectHash: 'hash', at: toInstant(clock.now()) });
    const session = { accountId, levelOfAssurance: 'high', method: 'eid' } as const;
    return openCitizenSession(deps.domains.login, tx, session);
  });
  const answer = await app.request(`/files/${await photo(accountId)}`, {
    headers: { cookie: `${cookieNames.citizen}=${token}` },
  });
  expect([answer.status, await answer.text()]).toEqual([200, 'x']);
  const { headers } = answer;
  expect(headers.get('content-security-policy')).toContain('sandbox');
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toContain('camera=()');
  expect(headers.get('referrer-policy')).not.toBeNull();
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  await close();
});
