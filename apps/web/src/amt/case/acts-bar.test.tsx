// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { caseCopy } from '../copy.case.de.ts';
import { DeskContext } from '../lib/desk.ts';
import { loadWords } from '../lib/load-words.ts';
import { kim, staffCase } from '../testing.ts';

type Call = (input: { idempotencyKey: string }) => Promise<unknown>;
const calls = vi.hoisted(() => ({
  claim: vi.fn<Call>(),
  requestEvidence: vi.fn<Call>(),
  approve: vi.fn<Call>(),
  reject: vi.fn<Call>(),
  changed: vi.fn(),
}));
vi.mock('../lib/client.ts', () => {
  const { changed, ...acts } = calls;
  const staff = Object.fromEntries(Object.entries(acts).map(([name, call]) => [name, { mutate: call }]));
  return { client: { cases: { staff } }, caseChanged: changed };
});
const { ActsBar } = await import('./acts-bar.tsx');

const fields = [{ name: 'wohnungsgeberbestaetigung', label: 'Wohnungsgeberbestätigung' }];
const refusal = (appCode: string) => Object.assign(new Error(appCode), { data: { appCode } });
let root: Root;
let host: HTMLElement;

beforeAll(loadWords);
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
  vi.resetAllMocks();
});

async function show(one = staffCase()) {
  await act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <DeskContext value={{ staff: kim, awake: true }}>
          <ActsBar staffCase={one} queue="mine" fields={fields} findings={[]} />
        </DeskContext>
      </QueryClientProvider>,
    ),
  );
  return one;
}
function button(name: string): HTMLButtonElement {
  const found = [...host.querySelectorAll('button')].find((one) => one.textContent?.startsWith(name));
  if (!found) throw new Error(`no button „${name}“ in ${host.textContent}`);
  return found;
}
const press = (name: string) => act(async () => button(name).click());
const key = (name: string) =>
  act(
    async () => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })),
  );

it('offers exactly what the server allows', async () => {
  await show(staffCase({ allowed: ['claim'], caseworker: null }));
  expect([...host.querySelectorAll('button')].map((one) => one.textContent)).toEqual(['ÜbernehmenÜ']);
  await key('g');
  expect(host.querySelector('dialog[open]')).toBeNull();
});

it('takes a case over with one key, from whom it was seen with', async () => {
  calls.claim.mockResolvedValue({});
  const one = await show(staffCase({ allowed: ['claim'], caseworker: null }));
  await key('ü');
  expect(calls.claim).toHaveBeenCalledWith({
    caseId: one.id,
    from: null,
    idempotencyKey: expect.any(String),
  });
  expect(calls.changed).toHaveBeenCalled();
});

it('sends a request only with words that say something', async () => {
  await show();
  await key('n');
  await press(caseCopy.requestForm.send);
  expect(calls.requestEvidence).not.toHaveBeenCalled();
  expect(host.querySelector('textarea')?.getAttribute('aria-invalid')).toBe('true');
});

it('shows the citizen’s view, and tries a lost request again under the same key', async () => {
  calls.requestEvidence.mockRejectedValueOnce(new TypeError('network')).mockResolvedValueOnce({});
  await show();
  await key('n');
  await press('Unterschrift fehlt');
  expect(host.querySelector('.panel-preview')?.textContent).toContain('fehlt die Unterschrift');
  await press(caseCopy.requestForm.send);
  expect(host.querySelector('[role=alert]')?.textContent).toContain('Keine Verbindung');
  await press(caseCopy.requestForm.send);
  const [first, second] = calls.requestEvidence.mock.calls.map(([input]) => input.idempotencyKey);
  expect(second).toBe(first);
  expect(host.querySelector('.panel')).toBeNull();
});

it('says clearly that somebody was quicker, refreshes, and keeps what was typed', async () => {
  calls.reject.mockRejectedValue(refusal('cases.not_the_caseworker'));
  const one = staffCase();
  await show(one);
  await key('a');
  const area = host.querySelector('textarea');
  if (!area) throw new Error('no field for the reason');
  await act(async () => {
    // React listens to the native setter.
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(
      area,
      'Nicht in Jena, in Weimar.',
    );
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await press(caseCopy.rejectForm.send);
  expect(host.querySelector('[role=alert]')?.textContent).toContain('Jemand war schneller');
  expect(calls.changed).toHaveBeenCalled();
  await show({ ...one, allowed: ['claim'] });
  expect(host.querySelector('textarea')?.value).toBe('Nicht in Jena, in Weimar.');
  expect(button(caseCopy.rejectForm.send).getAttribute('aria-disabled')).toBe('true');
});

it('approves only after it was said what happens', async () => {
  calls.approve.mockResolvedValue({});
  await show();
  await key('g');
  expect(host.querySelector('dialog')?.textContent).toContain('Meldebestätigung');
  expect(calls.approve).not.toHaveBeenCalled();
  const confirm = host.querySelector<HTMLButtonElement>('.dialog-actions button');
  await act(async () => confirm?.click());
  expect(calls.approve).toHaveBeenCalledOnce();
});
