import { newId, type StaffId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor } from '../../platform/testing/context.ts';
import { openTestSqlite } from '../../platform/testing/stores.ts';
import { cookieNames } from '../identity/identity.cookies.ts';
import { openStaffSession } from '../identity/identity.sessions.ts';
import { openOffice } from './cases.testing.ts';

type Told = { event: string; id?: string; counts?: { queues: Record<string, number> } };

async function openDesk() {
  const store = await openTestSqlite();
  const office = await openOffice(store);
  const { identity } = office.deps.domains.identity;
  const staffId = newId<'staff'>() as StaffId;
  const session = () =>
    store.transaction(async (tx) => {
      const at = toInstant(office.clock.now());
      const who = { id: staffId, subject: 'jonas', name: 'Jonas', officeId: 'buergerservice' };
      const id = await identity.saveStaff(tx, { ...who, roles: ['caseworker'], at });
      return openStaffSession({ identity, clock: office.clock }, tx, { staffId: id });
    });
  const listen = async (token: string, headers: Record<string, string> = {}) => {
    const cookie = `${cookieNames.staff}=${token}`;
    const answer = await office.app.request('/streams/queues', { headers: { cookie, ...headers } });
    return { answer, next: reading(answer) };
  };
  const close = async () => {
    office.deps.domains.queueStreams.close();
    await office.close();
    await store.close();
  };
  return { ...office, session, listen, close, streams: office.deps.domains.queueStreams };
}

/** Reads one message after the other; undefined once the stream is over. */
function reading({ body }: Response) {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
  let held = '';
  return async function next(): Promise<Told | undefined> {
    for (;;) {
      const end = held.indexOf('\n\n');
      if (end >= 0) {
        const fields = new Map(
          held
            .slice(0, end)
            .split('\n')
            .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
        );
        held = held.slice(end + 2);
        const data = fields.get('data');
        return {
          event: fields.get('event') ?? '',
          ...(fields.has('id') ? { id: fields.get('id') ?? '' } : {}),
          ...(data ? { counts: JSON.parse(data) } : {}),
        };
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return undefined;
      held += chunk.value;
    }
  };
}

it('tells numbers at once, again when somebody applies, and never a name', async () => {
  const { session, listen, submitted, close } = await openDesk();
  const { answer, next } = await listen(await session());
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  expect((await next())?.counts?.queues).toMatchObject({ new: 0, mine: 0 });
  await submitted(citizenActor());
  const told = await next();
  expect(told?.counts?.queues).toMatchObject({ new: 1, mine: 0 });
  expect(JSON.stringify(told)).not.toContain('Mustermann');
  await close();
});

it('goes on after a break: the same numbers are not told twice', async () => {
  const { session, listen, submitted, close } = await openDesk();
  const token = await session();
  const first = await (await listen(token)).next();
  const { next } = await listen(token, { 'last-event-id': first?.id ?? '' });
  await submitted(citizenActor());
  expect((await next())?.counts?.queues).toMatchObject({ new: 1 });
  await close();
});

it('is one a session: a second tab takes it, and the first is told so', async () => {
  const { session, listen, close } = await openDesk();
  const token = await session();
  const one = await listen(token);
  await one.next();
  const other = await listen(token);
  expect(await one.next()).toEqual({ event: 'elsewhere' });
  expect(await one.next()).toBeUndefined();
  expect((await other.next())?.event).toBe('counts');
  await close();
});

it('ends with the session, which listening does not keep alive', async () => {
  const { session, listen, clock, streams, close } = await openDesk();
  const { next } = await listen(await session());
  await next();
  await streams.lookAround();
  expect(await next()).toEqual({ event: 'beat' });
  clock.advance(31 * 60_000);
  await streams.lookAround();
  expect(await next()).toEqual({ event: 'over' });
  expect(await next()).toBeUndefined();
  await close();
});

it('is for caseworkers alone', async () => {
  const { listen, close } = await openDesk();
  expect((await listen('nobody')).answer.status).toBe(401);
  await close();
});
