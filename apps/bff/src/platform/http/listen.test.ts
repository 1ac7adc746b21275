import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { listen } from './listen.ts';
import { createMemo } from './memo.ts';

async function start(app: Hono) {
  const memo = createMemo({ now: () => 0 });
  const server = await listen(app, { host: '127.0.0.1', port: 0, memo });
  return { memo, server, url: (path: string) => `http://127.0.0.1:${server.port}${path}` };
}

it('answers what is kept before the app is asked, and only by its exact address', async () => {
  const { memo, server, url } = await start(new Hono().get('*', (c) => c.text('from the app')));
  await memo.keep('/trpc/a?x=1', 0, new Response('kept'), { 'x-content-type-options': 'nosniff' });
  const kept = await fetch(url('/trpc/a?x=1'));
  expect([await kept.text(), kept.headers.get('x-content-type-options')]).toEqual(['kept', 'nosniff']);
  const etag = kept.headers.get('etag') ?? '';
  expect((await fetch(url('/trpc/a?x=1'), { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect(await (await fetch(url('/trpc/a?x=2'))).text()).toBe('from the app');
  memo.forget();
  expect(await (await fetch(url('/trpc/a?x=1'))).text()).toBe('from the app');
  await server.close();
});

it('finishes the answer that is under way before it closes', async () => {
  const begun = Promise.withResolvers<void>();
  const slow = new Hono().get('/slow', async (c) => {
    begun.resolve();
    await new Promise((resolve) => setTimeout(resolve, 50));
    return c.text('whole');
  });
  const { server, url } = await start(slow);
  const answer = fetch(url('/slow')).then((response) => response.text());
  await begun.promise;
  await server.close();
  expect(await answer).toBe('whole');
  await expect(fetch(url('/slow'))).rejects.toThrow();
});
