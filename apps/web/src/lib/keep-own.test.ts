import { newId } from '@jena/shared/kernel';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { personalCache } from '../offline/cache.ts';
import { account, emptyPhone, restartPhone } from '../offline/testing.ts';
import { keepOwn } from './keep-own.ts';
import { personalLists } from './personal-lists.ts';
import { queryClient, trpc } from './trpc.ts';

const caseId = newId<'case'>();
const hour = 3_600_000;

/** The server, which says how often it was asked; `undefined` for no network. */
function city(answers: Record<string, unknown> | undefined) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string | URL | Request) => {
    const names = new URL(String(address), 'http://localhost').pathname.replace('/trpc/', '').split(',');
    asked.push(...names);
    if (!answers) throw new TypeError('Failed to fetch');
    const body = names.map((name) => ({ result: { data: answers[name] ?? { said: name } } }));
    return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
  });
  return asked;
}

const online = { 'cases.mine': { cases: [{ id: caseId }] } };
/** Long enough for what is written to the phone after the answer came. */
const written = () =>
  vi.waitFor(async () => {
    const names = (await personalCache.storage.entries()).map(([name]) => name).join();
    expect(names).toContain('detail');
    expect(names).toContain('accessLog');
  });

async function opensAgain() {
  await restartPhone();
  queryClient.clear();
}

beforeEach(async () => {
  await emptyPhone();
  queryClient.clear();
  await personalCache.open(account(1));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const own = () => [
  queryClient.fetchQuery({ ...trpc.account.profile.queryOptions(), retry: false }),
  queryClient.fetchQuery({ ...trpc.vault.folders.mine.queryOptions({}), retry: false }),
  queryClient.fetchQuery({ ...trpc.cases.detail.queryOptions({ caseId }), retry: false }),
  queryClient.fetchInfiniteQuery({ ...personalLists.inbox('archive'), retry: false }),
  queryClient.fetchInfiniteQuery({ ...personalLists.accessLog(), retry: false }),
];
const outcomes = async () => (await Promise.allSettled(own())).map(({ status }) => status);

test('what is a person’s own is read without a network although no page of it was opened', async () => {
  city(online);
  await keepOwn();
  await written();
  await opensAgain();
  city(undefined);
  expect(await outcomes()).toEqual(Array(5).fill('fulfilled'));
});

test('after a logout nothing of it is readable', async () => {
  city(online);
  await keepOwn();
  await written();
  await personalCache.destroy();
  await opensAgain();
  city(undefined);
  expect(await outcomes()).toEqual(Array(5).fill('rejected'));
  expect(await personalCache.storage.entries()).toEqual([]);
});

test('a start soon afterwards asks for nothing, one an hour later asks for everything', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const all = city(online);
  await keepOwn();
  await written();
  await opensAgain();
  const soon = city(online);
  await keepOwn();
  expect(soon).toEqual([]);
  await opensAgain();
  vi.setSystemTime(Date.now() + hour);
  const later = city(online);
  await keepOwn();
  expect(later.toSorted()).toEqual(all.toSorted());
});

test('without a network what lies on the phone stays, and nothing fails', async () => {
  city(online);
  await keepOwn();
  await written();
  await opensAgain();
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.now() + hour);
  city(undefined);
  await expect(keepOwn()).resolves.toBeUndefined();
  await opensAgain();
  expect(await outcomes()).toEqual(Array(5).fill('fulfilled'));
});
