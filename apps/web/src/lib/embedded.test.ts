import { beforeEach, expect, it, vi } from 'vitest';
import { embeddedBlock, embeddedFile, readEmbedded } from './embedded.ts';

const page = { path: '/konto', data: { title: '</script><b>' } };
const fetched = vi.fn<(address: string) => Promise<Response>>();

/** The page as a browser sees it: the block's text, and what its attributes say. */
function standing(block: string): void {
  const file = /data-file="([^"]+)"/.exec(block)?.[1];
  const textContent = /<script[^>]*>([\s\S]*?)<\/script>/.exec(block)?.[1];
  vi.stubGlobal('document', { getElementById: () => ({ textContent, dataset: file ? { file } : {} }) });
}

beforeEach(() => {
  fetched.mockReset();
  vi.stubGlobal('fetch', fetched);
});

it('reads the data that stand in the page, whatever texts they hold', async () => {
  standing(embeddedBlock(JSON.stringify(page)));
  expect(await readEmbedded()).toEqual(page);
  expect(fetched).not.toHaveBeenCalled();
});

it('fetches the data that lie in a file', async () => {
  standing(embeddedFile('/assets/page-1.json'));
  fetched.mockResolvedValue(Response.json(page));
  expect(await readEmbedded()).toEqual(page);
  expect(fetched).toHaveBeenCalledWith('/assets/page-1.json');
});

it.each([
  ['does not come', () => Promise.reject(new TypeError('no network'))],
  ['is gone after an update', () => Promise.resolve(new Response('', { status: 404 }))],
])('does without a file that %s', async (_what, answer) => {
  standing(embeddedFile('/assets/page-1.json'));
  fetched.mockImplementation(answer);
  expect(await readEmbedded()).toBeUndefined();
});
