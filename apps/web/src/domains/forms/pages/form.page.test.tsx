// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import type { Answers } from '@jena/shared/forms';
import { cityTime, newId } from '@jena/shared/kernel';
import { type ComponentType, act as reactAct } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LanguageContext } from '../../../lib/copy.ts';
import type { Params } from '../../../lib/page.ts';
import { announce } from '../../../offline/changes.ts';
import { addFile, openDraft, saveDraft } from '../../../offline/drafts.ts';
import { openDraftRow } from '../../../offline/hidden.ts';
import { outboxDatabase } from '../../../offline/outbox.db.ts';
import { listEntries } from '../../../offline/outbox.store.ts';
import { forgetOwner, rememberOwner } from '../../../offline/owner.ts';
import { keepPersonKey } from '../../../offline/phone-keys.ts';
import { uiCopy } from '../../../ui/copy.ts';
import { formsCopy } from '../copy.ts';
import { DraftSession } from '../draft-session.ts';
import { reviewCopy } from '../review.copy.ts';
import { realCases, realForm } from '../testing.ts';
import { closeSession } from '../use-draft.ts';
import { page as formPage } from './form.page.tsx';
import { page as reviewPage } from './review.page.tsx';

const data = realForm();
const cases = realCases();
const today = () => cityTime(new Date()).day;
let root: Root;
let host: HTMLElement;

/** React complains about updates outside `act` only while a test acts: saving goes on behind. */
async function act(work: () => unknown): Promise<void> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  await reactAct(async () => {
    await work();
  });
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
}

/** Waits until something is on the screen. */
async function until<T>(find: () => T | null | undefined | false): Promise<T> {
  return vi.waitFor(async () => {
    await act(async () => undefined);
    const found = find();
    if (!found) throw new Error(`not there yet: ${host.textContent}`);
    return found;
  });
}

async function show(module: typeof formPage, page?: string, search = '') {
  history.replaceState(null, '', `/dienste/wohnsitz-anmelden/antrag/${page ?? 'pruefen'}${search}`);
  const Page = module.Page as ComponentType<{ data: unknown; params: Params }>;
  await act(async () =>
    root.render(
      <LanguageContext value="de">
        <Page data={data} params={{ slug: 'wohnsitz-anmelden', ...(page ? { page } : {}) }} />
      </LanguageContext>,
    ),
  );
  await until(() => host.querySelector('h1'));
}

const labelled = (text: string) =>
  [...host.querySelectorAll('label')].find((label) => label.textContent?.startsWith(text));

function control(text: string): HTMLInputElement {
  const label = labelled(text);
  const found = label?.querySelector('input') ?? host.ownerDocument.getElementById(label?.htmlFor ?? '');
  if (!found) throw new Error(`no control „${text}“ in ${host.textContent}`);
  return found as HTMLInputElement;
}

async function type(label: string, value: string) {
  const input = control(label);
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const choose = (label: string) => act(async () => control(label).click());
const press = (name: string) =>
  act(async () =>
    [...host.querySelectorAll('button')].find((button) => button.textContent === name)?.click(),
  );

beforeEach(async () => {
  await Promise.all([formsCopy.load('de'), reviewCopy.load('de'), uiCopy.load('de')]);
  await outboxDatabase.run(async (db) => {
    for (const store of ['drafts', 'entries', 'files', 'meta'] as const) await db.clear(store);
  });
  closeSession();
  host = document.body.appendChild(document.createElement('main'));
  root = createRoot(host);
});
afterEach(async () => {
  await act(async () => root.unmount());
  host.remove();
  // A save that typing planned is still to come; it must not land in the next test.
  await new Promise((rest) => setTimeout(rest, 600));
});

/** A draft on the phone that lacks nothing, with some answers changed. */
async function complete(change: Answers = {}, origins: Record<string, 'card'> = {}) {
  const [whole] = cases;
  const session = await DraftSession.open(
    {
      open: async () => undefined,
      save: async () => undefined,
      remove: async () => undefined,
      now: () => new Date(),
    },
    data,
    'de',
  );
  const { draft } = session.read();
  await saveDraft({ ...draft, answers: { ...whole?.answers, einzugsdatum: today(), ...change }, origins });
  await addFile(
    draft.id,
    'wohnungsgeberbestaetigung',
    new Blob(['x'], { type: 'image/jpeg' }),
    'Seite 1.jpg',
  );
}

describe('a page of the form', () => {
  test('says where one is and asks its questions', async () => {
    await show(formPage, 'wohnung');
    expect(host.querySelector('h1')?.textContent).toBe('Wohnung und Einzug');
    expect(host.textContent).toContain('Schritt 1 von 12');
    expect(labelled('Hauptwohnung')).toBeDefined();
  });

  test('names what is missing beside the question and in a summary that takes the focus', async () => {
    await show(formPage, 'neue-adresse');
    await press('Weiter');
    expect(document.activeElement?.getAttribute('role')).toBe('alert');
    expect(document.activeElement?.textContent).toContain('Diese Angabe fehlt noch: Straße');
    expect(control('Straße').getAttribute('aria-invalid')).toBe('true');
    expect(location.pathname).toContain('neue-adresse');
  });

  test('takes a problem away once it is mended, and goes on', async () => {
    await show(formPage, 'neue-adresse');
    await type('Straße', 'Wagnergasse');
    await type('Hausnummer', 'zwölf');
    await type('Postleitzahl', '99423');
    await press('Weiter');
    expect(host.textContent).toContain('Diese Postleitzahl gehört nicht zu Jena.');
    await type('Hausnummer', '12 a');
    await type('Postleitzahl', '07743');
    expect(host.textContent).not.toContain('gehört nicht zu Jena');
    await press('Weiter');
    expect(location.pathname).toBe('/dienste/wohnsitz-anmelden/antrag/herkunft');
  });

  test('refuses a move in the future with the reason', async () => {
    await show(formPage, 'wohnung');
    await choose('Hauptwohnung');
    await type('Tag', '1');
    await type('Monat', '1');
    await type('Jahr', '2090');
    await press('Weiter');
    expect(host.textContent).toContain('Sie können sich erst nach dem Einzug anmelden.');
  });

  test('shows a question as soon as an answer calls for it', async () => {
    await show(formPage, 'herkunft');
    expect(labelled('Aus welchem Staat')).toBeUndefined();
    await choose('Ja');
    expect(labelled('Aus welchem Staat')).toBeDefined();
  });

  test('keeps answers on the phone as they are typed', async () => {
    await show(formPage, 'kontakt');
    await type('E-Mail-Adresse', 'erika@example.org');
    await until(() => host.textContent?.includes('Gespeichert um'));
    expect((await openDraft('wohnsitz-anmelden'))?.answers).toMatchObject({ email: 'erika@example.org' });
  });

  test('shows the draft that a login makes readable, in place of an empty form that stands there already', async () => {
    const lena = newId<'account'>();
    const key = btoa('k'.repeat(32));
    await rememberOwner(lena);
    await keepPersonKey(lena, key);
    await complete({ familienname: 'Okonkwo' });
    await forgetOwner();
    closeSession();
    await show(formPage, 'person');
    expect(control('Familienname').value).toBe('');
    await rememberOwner(lena);
    await keepPersonKey(lena, key);
    announce('owner');
    await until(() => control('Familienname').value === 'Okonkwo');
  });

  test('goes on only when a chosen file has been read', async () => {
    await complete();
    await show(formPage, 'wohnungsgeber');
    const chooser = await until(() => host.querySelector<HTMLInputElement>('input[type="file"]'));
    const { promise, resolve } = Promise.withResolvers<ArrayBuffer>();
    const file = new File(['%PDF-1.7'], 'bestaetigung.pdf', { type: 'application/pdf' });
    file.slice = () => Object.assign(new Blob(), { arrayBuffer: () => promise });
    Object.defineProperty(chooser, 'files', { value: [file] });
    await act(async () => chooser.dispatchEvent(new Event('change', { bubbles: true })));
    await press('Datei wird gelesen\u00a0…');
    expect(location.pathname).toContain('wohnungsgeber');
    resolve(await new Blob(['%PDF-1.7']).arrayBuffer());
    await until(() => host.textContent?.includes('bestaetigung.pdf'));
    await press('Weiter');
    expect(location.pathname).not.toContain('wohnungsgeber');
  });

  test('warns of an unknown street without standing in the way', async () => {
    await show(formPage, 'neue-adresse');
    await type('Straße', 'Neue Lichtstraße');
    expect(host.textContent).toContain('Diese Straße steht nicht in unserem Verzeichnis.');
    expect(control('Straße').getAttribute('aria-invalid')).toBeNull();
  });

  test('asks for each further person, and names a gap by the person', async () => {
    await show(formPage, 'personen');
    await type('Wie viele Personen', '3');
    await show(formPage, 'weitere-personen');
    await until(() => host.querySelector('h2'));
    expect([...host.querySelectorAll('h2')].map((heading) => heading.textContent)).toEqual([
      'Person 2',
      'Person 3',
    ]);
    await type('Familienname', 'Muster ');
    expect(control('Familienname').value).toBe('Muster ');
    await press('Weiter');
    expect(document.activeElement?.textContent).toContain('Person 3 – Diese Angabe fehlt noch: Familienname');
    expect(document.activeElement?.textContent).not.toContain(
      'Person 2 – Diese Angabe fehlt noch: Familienname',
    );
  });

  test('marks what the online ID card answered, until the person changes it', async () => {
    await complete({ familienname: 'MUSTERMANN' }, { familienname: 'card' });
    await show(formPage, 'person');
    expect(host.textContent).toContain('aus Ihrem Online-Ausweis');
    await type('Familienname', 'Mustermann');
    expect(host.textContent).not.toContain('aus Ihrem Online-Ausweis');
  });

  test('that the answers do not call for says so and leads on', async () => {
    await show(formPage, 'weitere-personen');
    expect(host.querySelector('h1')?.textContent).toBe('Diese Seite brauchen Sie nicht');
  });
});

describe('the review', () => {
  test('shows answers as people write them, each with the way to change it', async () => {
    await show(formPage, 'wohnung');
    await choose('Hauptwohnung');
    await type('Tag', '16');
    await type('Monat', '11');
    await type('Jahr', '2026');
    await show(reviewPage);
    expect(host.textContent).toContain('16. November 2026');
    const change = [...host.querySelectorAll('a')].find(
      (link) => link.textContent === 'Ändern: Wann sind Sie eingezogen?',
    );
    expect(change?.getAttribute('href')).toBe(
      '/dienste/wohnsitz-anmelden/antrag/wohnung?aendern=1#feld-einzugsdatum',
    );
  });

  test('refuses to send while something is missing and takes the person there', async () => {
    await show(formPage, 'wohnung');
    await choose('Hauptwohnung');
    await show(reviewPage);
    await press('Antrag absenden');
    await until(() =>
      document.activeElement?.textContent?.includes('Angaben fehlen noch oder stimmen nicht'),
    );
    await vi.waitFor(async () => expect(await openDraft('wohnsitz-anmelden')).toBeDefined());
  });

  test('hands over a complete application once, and the draft is gone', async () => {
    await complete({ herkunftsstaat: 'FR' });
    await show(reviewPage);
    expect(host.textContent).toContain('Seite 1.jpg');
    await press('Antrag absenden');
    await until(() => location.pathname === '/vorgaenge');
    const entries = await listEntries();
    expect(entries).toHaveLength(1);
    const [sent] = entries;
    const opened = sent?.kind === 'submission' ? await openDraftRow(sent.draft) : undefined;
    const answers = opened?.answers;
    expect(answers).toMatchObject({ familienname: 'Mustermann', anzahl_personen: 1 });
    expect(answers).not.toHaveProperty('herkunftsstaat');
    expect(await openDraft('wohnsitz-anmelden')).toBeUndefined();
  });

  test('after „Ändern“ leads back to itself', async () => {
    await show(formPage, 'erklaerung', '?aendern=1');
    await choose('Ich versichere');
    await choose('Ich habe die Datenschutzhinweise');
    await press('Speichern und zurück zur Übersicht');
    expect(location.pathname).toBe('/dienste/wohnsitz-anmelden/antrag/pruefen');
  });
});
