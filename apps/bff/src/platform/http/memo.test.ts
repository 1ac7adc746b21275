import { describe, expect, it } from 'vitest';
import { createMemo } from './memo.ts';

const setUp = (options: { entries?: number; bytes?: number; seconds?: number } = {}) => {
  let now = 0;
  const memo = createMemo({ now: () => now, ...options });
  const keep = (url: string, text: string, version = memo.current(), init: ResponseInit = {}) =>
    memo.keep(url, version, new Response(text, init), { 'x-content-type-options': 'nosniff' });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  return { memo, keep, pass };
};

describe('the memo', () => {
  it('gives the same answer again, with all its headers', async () => {
    const { memo, keep } = setUp();
    await keep('/a', 'one');
    const again = memo.answer('/a', null);
    expect(await again?.text()).toBe('one');
    expect(again?.headers.get('x-content-type-options')).toBe('nosniff');
    expect(memo.answer('/b', null)).toBeUndefined();
  });

  it('says "not modified" to those who have the answer', async () => {
    const { memo, keep } = setUp();
    const etag = (await keep('/a', 'one')).headers.get('etag') ?? '';
    expect(memo.answer('/a', etag)?.status).toBe(304);
    expect(memo.answer('/a', '"other"')?.status).toBe(200);
  });

  it('forgets when public data changes, also answers that were under way', async () => {
    const { memo, keep } = setUp();
    const before = memo.current();
    await keep('/a', 'old');
    memo.forget();
    expect(memo.answer('/a', null)).toBeUndefined();
    await keep('/a', 'made before the change', before);
    expect(memo.answer('/a', null)).toBeUndefined();
  });

  it('forgets after some seconds, for what other processes write', async () => {
    const { memo, keep, pass } = setUp({ seconds: 5 });
    await keep('/a', 'one');
    pass(5_001);
    expect(memo.answer('/a', null)).toBeUndefined();
  });

  it('keeps no failures, no cookies, nothing huge, and only so many', async () => {
    const { memo, keep } = setUp({ entries: 2, bytes: 10 });
    await keep('/fail', 'x', memo.current(), { status: 500 });
    await keep('/cookie', 'x', memo.current(), { headers: { 'set-cookie': 'a=b' } });
    expect(await (await keep('/huge', 'x'.repeat(11))).text()).toHaveLength(11);
    expect(memo.size()).toBe(0);
    for (const url of ['/1', '/2', '/3']) await keep(url, url);
    expect(memo.size()).toBe(2);
    expect(memo.answer('/1', null)).toBeUndefined();
  });
});
