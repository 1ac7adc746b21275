// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import type { BundleName, ContentManifest, ContentSource } from '@jena/content';
import { type Language, newId, readyLanguages } from '@jena/shared/kernel';
import { act, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadAppCopies, nameDocument, notFoundRoute } from './frame.ts';
import { LanguageContext } from './lib/copy.ts';
import { loadPage } from './lib/load.ts';
import { queryClient } from './lib/trpc.ts';
import { emptyPhone } from './offline/testing.ts';
import { routes } from './routes.tsx';

/** Read as files: a browser's environment replaces the addresses by which the content finds its own folder. */
const built = `${import.meta.dirname}/../../../packages/content/dist`;
const read = (file: string): unknown => JSON.parse(readFileSync(`${built}/${file}`, 'utf8'));
const manifest = read('content/manifest.json') as ContentManifest;
function contentIn(language: Language): ContentSource {
  return {
    bundle: async (name: BundleName) =>
      read(`content/${manifest.languages[language]?.[name]?.file}`) as never,
  };
}

const at = '2026-11-23T09:00:00.000Z';
const caseId = newId<'case'>();
const summary = {
  id: caseId,
  reference: 'J-7KQ4-M2XP',
  serviceSlug: 'wohnsitz-anmelden',
  state: 'evidence_requested',
  submittedAt: at,
  updatedAt: at,
  waitsForCitizen: true,
};
const by = { kind: 'office', officeId: 'buergerservice' };
const detail = {
  ...summary,
  officeId: 'buergerservice',
  turn: { who: 'citizen', since: at },
  usual: { cases: 24, medianDays: 5, mostDays: 12 },
  decideUntil: { day: '2027-02-23', basis: '§ 75 VwGO' },
  decision: null,
  messages: [
    {
      id: newId<'caseMessage'>(),
      side: 'office',
      by,
      body: 'Guten Tag, eine Frage noch.',
      sentAt: at,
      readAt: at,
      documentIds: [],
    },
  ],
  may: ['write', 'withdraw'],
  formVersion: 1,
  answers: { familienname: 'Mustermann' },
  timeline: [
    { sequence: 1, type: 'submitted', at, by: { kind: 'citizen' }, note: null, automatic: null },
    {
      sequence: 2,
      type: 'evidence_requested',
      at,
      by: { kind: 'system' },
      note: 'Die Unterschrift fehlt.',
      automatic: {
        rule: 'wohnsitz-anmelden',
        version: 1,
        title: { de: 'Anmeldung prüfen', en: 'Check a registration' },
        law: { ref: '§ 17 BMG', note: { de: 'Nur zur Prüfung.', en: 'For checking only.' } },
        do: 'ask',
        reason: null,
        says: { de: 'Die Unterschrift fehlt.', en: 'The signature is missing.' },
        lines: [
          { says: { de: 'Die Unterschrift fehlt.', en: 'The signature is missing.' }, result: 'fails' },
        ],
      },
    },
  ],
  evidenceRequests: [
    {
      id: newId<'evidenceRequest'>(),
      field: 'wohnungsgeberbestaetigung',
      reason: 'Die Unterschrift fehlt.',
      requestedAt: at,
      dueDay: '2026-12-07',
      answeredAt: null,
    },
  ],
  documents: [],
  mayWantPerson: true,
};
const message = {
  id: newId<'message'>(),
  type: 'evidence_requested',
  at,
  readAt: null,
  starredAt: null,
  archivedAt: null,
  caseId,
  caseReference: summary.reference,
  serviceSlug: summary.serviceSlug,
  documentId: null,
};
const vaultDocument = {
  id: caseId,
  name: 'Mietvertrag.pdf',
  mediaType: 'application/pdf',
  bytes: 120_000,
  state: 'available',
  refusal: null,
  held: false,
  issuedByCity: false,
  pages: 3,
  hasPreview: true,
  details: { type: 'rental_contract', issuer: 'jenawohnen', validUntil: '2027-03-31', remind: true },
  folderId: caseId,
  createdAt: at,
};
const card = {
  familyName: 'Mustermann',
  birthName: null,
  givenNames: 'Erika',
  academicTitle: null,
  birthDate: '1964-08-12',
  birthPlace: 'Berlin',
  nationality: 'D',
  documentType: 'ID',
  validUntil: null,
  address: null,
};
const me = {
  kind: 'citizen',
  accountId: newId<'account'>(),
  sessionId: newId<'session'>(),
  name: 'Erika Mustermann',
  levelOfAssurance: 'high',
  method: 'eid',
  at,
  idleEndsAt: at,
  endsAt: at,
};
const answers: Record<string, unknown> = {
  'identity.me': me,
  'identity.sessions': {
    sessions: [
      {
        id: me.sessionId,
        current: true,
        method: 'eid',
        browser: 'chrome',
        system: 'android',
        startedAt: at,
        seenAt: at,
      },
    ],
  },
  'cases.mine': { cases: [summary] },
  'cases.detail': detail,
  'notifications.inbox': { messages: [message], unread: 1, next: null },
  'notifications.telling': { mail: ['cases'], quiet: { from: '22:00', to: '07:00' }, pace: 'at_once' },
  'notifications.unreadCount': { unread: 1 },
  'notifications.pushSettings': { subscribed: false, topics: [] },
  'account.leaving': {
    documents: 3,
    cases: [{ id: caseId, reference: summary.reference, serviceSlug: summary.serviceSlug, keptUntil: null }],
  },
  'account.profile': { card, cardReadAt: at, language: 'de' },
  'account.added': {
    email: { address: 'erika@example.org', confirmedAt: at },
    newEmail: { address: 'neu@example.org', codeEndsAt: at, refused: false },
    phone: { number: '03641 490' },
    access: { needs: ['sign_language'], agreedAt: at },
    canMail: true,
  },
  'account.dataExport': { id: 'an-export', requestedAt: at, ready: { at, endsAt: at, bytes: 12_345 } },
  'account.accessLog': {
    subject: 'a-person',
    entries: [
      {
        number: 1,
        at,
        officeId: 'buergerservice',
        act: 'cases.viewed',
        caseReference: summary.reference,
        previous: '',
        hash: 'x',
      },
    ],
    head: { number: 1, hash: 'x' },
    next: null,
  },
  'vault.mine': [vaultDocument],
  'vault.folders.mine': [{ id: vaultDocument.folderId, name: 'Umzug', createdAt: at }],
  'vault.looks': [{ at, officeId: 'buergerservice', caseReference: summary.reference }],
  'cases.withDocument': [
    {
      caseId,
      reference: summary.reference,
      serviceSlug: summary.serviceSlug,
      state: 'in_review',
      addedAt: at,
      purpose: 'Nachweis der Miete',
      issuedByCity: false,
      mayEnd: true,
    },
  ],
  'mandates.mine': {
    held: [
      {
        id: 'a-mandate',
        kind: 'custody',
        state: 'active',
        role: null,
        party: { kind: 'child', name: 'Mia Mustermann' },
        services: null,
        fromDay: '2026-11-23',
        untilDay: null,
      },
    ],
    offers: [],
    given: [],
  },
  'services.openState': { state: 'unknown' },
};

/** The server at its door, as a batch of procedures sees it. */
function stubServer(loggedIn: boolean): void {
  vi.stubGlobal('fetch', async (address: string | URL | Request) => {
    const calls = new URL(String(address), 'http://localhost').pathname.replace('/trpc/', '').split(',');
    const results = calls.map((path) => {
      if (path === 'identity.me' && !loggedIn) return { result: { data: { kind: 'anonymous' } } };
      if (answers[path] !== undefined) return { result: { data: answers[path] } };
      throw new TypeError(`nobody answers ${path}`);
    });
    return new Response(JSON.stringify(results), { headers: { 'content-type': 'application/json' } });
  });
}

/** One real address for each pattern. */
const examples: Record<string, string> = {
  ':slug': 'wohnsitz-anmelden',
  ':page': 'wohnung',
  ':id': caseId,
};
const special: Record<string, string> = {
  '/neu-in-jena/:slug': '/neu-in-jena/erster-monat',
  '/stellen/:id': '/stellen/buergerservice',
};
const addressOf = (pattern: string) =>
  special[pattern] ?? pattern.replace(/:\w+/g, (name) => examples[name] ?? name);

async function settle(host: HTMLElement): Promise<void> {
  for (let tries = 0; tries < 60; tries++) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 10)));
    if (tries > 5 && host.querySelector('h1') && queryClient.isFetching() === 0) return;
  }
}

// Pages load it when they show it: here it is there, so that it never arrives in the midst of the next page's test.
beforeAll(async () => void (await import('./offline/capture/capture-field.tsx')));

let complaints: string[] = [];
beforeEach(async () => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  await emptyPhone();
  queryClient.clear();
  complaints = [];
  vi.spyOn(console, 'error').mockImplementation((...all) => void complaints.push(all.map(String).join(' ')));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const patterns = routes.map((route) => route.path);
const cases = readyLanguages.flatMap((language) =>
  [true, false].flatMap((loggedIn) => patterns.map((pattern) => ({ language, loggedIn, pattern }))),
);

describe('every route', () => {
  it.each(cases)(
    '$pattern in $language (logged in: $loggedIn) shows one h1 and has a title',
    async ({ language, loggedIn, pattern }) => {
      stubServer(loggedIn);
      const path = addressOf(pattern);
      history.replaceState(null, '', language === 'de' ? path : `/${language}${path}`);
      await loadAppCopies(language);
      const content = contentIn(language);
      const page = await loadPage({ routes, notFound: notFoundRoute, path, language, content });
      expect(page.found).toBe(true);
      const title = nameDocument(page, language);
      expect(title.length).toBeGreaterThan(2);
      expect(document.title).toContain(title);

      const host = document.body.appendChild(document.createElement('div'));
      const root = createRoot(host);
      const { Page } = page.module;
      await act(async () =>
        root.render(
          <LanguageContext value={language}>
            <Suspense>
              <Page data={page.data} params={page.params} />
            </Suspense>
          </LanguageContext>,
        ),
      );
      await settle(host);
      const headings = [...host.querySelectorAll('h1')].map((heading) => heading.textContent?.trim());
      const text = host.textContent ?? '';
      await act(async () => root.unmount());
      host.remove();
      expect(headings).toHaveLength(1);
      expect(headings[0]?.length).toBeGreaterThan(1);
      expect(text).not.toMatch(/undefined|\[object/);
      // happy-dom does not know <search> yet; browsers do.
      expect(complaints.filter((line) => !/unrecognized in this browser.* search$/.test(line))).toEqual([]);
    },
  );

  it('is reached: no pattern hides behind one before it', async () => {
    for (const route of routes) {
      const path = addressOf(route.path);
      const { matchRoute } = await import('./lib/match.ts');
      expect(matchRoute(routes, path)?.route.path, path).toBe(route.path);
    }
  });
});
