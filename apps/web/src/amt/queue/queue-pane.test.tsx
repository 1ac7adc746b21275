// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { DeskContext } from '../lib/desk.ts';
import { loadWords } from '../lib/load-words.ts';
import { kim, staffCase } from '../testing.ts';
import { QueuePane } from './queue-pane.tsx';
import type { QueueList } from './use-queue.ts';

vi.mock('../lib/catalogue.ts', () => ({
  useNames: () => ({ services: { 'wohnsitz-anmelden': 'Wohnung anmelden' }, offices: {} }),
}));

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
});

const cases = ['Erika Mustermann', 'Max Schneider', 'Priya Iyer'].map((applicant) => ({
  ...staffCase({ applicant }),
  dueDay: null,
  isSpecial: false,
  formVersion: 1,
}));
const list = (changes: Partial<QueueList> = {}): QueueList => ({
  rows: cases,
  counts: {
    queues: {
      new: 3,
      mine: 0,
      confirm: 0,
      waiting: 2,
      answered: 1,
      done: 1000,
      overdue: 0,
      soon: 0,
      special: 0,
    },
    services: { 'wohnsitz-anmelden': 3 },
  },
  live: false,
  loading: false,
  error: null,
  again: () => undefined,
  updatedAt: Date.parse('2026-11-23T09:00:00Z'),
  more: undefined,
  loadingMore: false,
  ...changes,
});
const show = (changes: Partial<QueueList> = {}, openId = cases[1]?.id) =>
  act(async () =>
    root.render(
      <QueryClientProvider client={new QueryClient()}>
        <DeskContext value={{ staff: kim, awake: true }}>
          <QueuePane queue="new" openId={openId} list={list(changes)} />
        </DeskContext>
      </QueryClientProvider>,
    ),
  );
const rows = () => [...host.querySelectorAll<HTMLElement>('.queue-row')];

it('says how much waits in each queue', async () => {
  await show();
  const tabs = [...host.querySelectorAll('.queue-tab')].map((tab) => tab.textContent);
  expect(tabs[0]).toBe('Neu3, 3 Vorgänge');
  expect(tabs.at(-1)).toBe('Erledigt1000+, mehr als 1000 Vorgänge');
  expect(host.querySelector('[aria-current=page]')?.textContent).toContain('Neu');
});

it('is one stop of the tab key, and arrows go on from there', async () => {
  await show();
  expect(rows().map((row) => row.tabIndex)).toEqual([-1, 0, -1]);
  await act(async () => rows()[1]?.focus());
  await act(
    async () =>
      void rows()[1]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })),
  );
  expect(document.activeElement?.textContent).toContain('Priya Iyer');
  expect(rows().map((row) => row.tabIndex)).toEqual([-1, -1, 0]);
});

it('keeps queues and known rows in sight when the server does not answer', async () => {
  await show({ error: new TypeError('network') as never });
  expect(rows()).toHaveLength(3);
  expect(host.querySelector('.queue-foot')?.textContent).toContain('nicht erneuern');
  await show({ error: new TypeError('network') as never, rows: [], counts: undefined });
  expect(host.querySelectorAll('.queue-tab')).toHaveLength(9);
  expect(host.textContent).toContain('Keine Verbindung zum Server');
});

it('shows a case whose texts are lost as a row with what is known, beside the others', async () => {
  const [first, ...others] = cases;
  if (!first) throw new Error('no case');
  await show({ rows: [{ ...first, applicant: null, reference: 'JE-KAPUTT' }, ...others] });
  expect(rows()).toHaveLength(3);
  expect(rows()[0]?.textContent).toContain('Name nicht lesbar');
  expect(rows()[0]?.textContent).toContain('JE-KAPUTT');
});

it('leads to the open cases of one service, with their number', async () => {
  await show();
  const options = [...host.querySelectorAll('.queue-services option')].map((option) => option.textContent);
  expect(options).toEqual(['Alle Leistungen', 'Wohnung anmelden (3)']);
});
