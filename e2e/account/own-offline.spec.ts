import { newId } from '@jena/shared/kernel';
import type { Page } from '@playwright/test';
import { callsOf } from '../support/calls.ts';
import type { Citizen } from '../support/citizen.ts';
import { answersOf } from '../support/form-cases.ts';
import { rawText, rowsIn } from '../support/on-phone.ts';
import { expect, test } from '../support/test.ts';

/** An application, handed in by another device. */
function handsIn(citizen: Citizen, street: string): Promise<{ reference: string }> {
  return callsOf(citizen.page.request, citizen.origin, 'citizen').mutate('cases.submit', {
    serviceSlug: 'meldebescheinigung',
    formVersion: 1,
    attachments: [],
    language: 'de',
    idempotencyKey: newId<'idempotency'>(),
    answers: { ...answersOf('meldebescheinigung', /^a simple/), strasse: street },
  });
}

/** What lies on the phone for this origin, as whoever copies its storage reads it: of the person, and of everybody. */
async function everythingOn(page: Page): Promise<{ own: string; open: string }> {
  const texts = async (...names: string[]) => {
    const known = await Promise.all(
      names.map(async (name) => ((await rowsIn(page, name)) === undefined ? '' : rawText(page, name))),
    );
    return known.join('\n');
  };
  const cached = await page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        found.push(request.url, (await (await cache.match(request))?.text()) ?? '');
    }
    return found.join('\n');
  });
  const stored = await page.evaluate(() =>
    [localStorage, sessionStorage].map((storage) => JSON.stringify(storage)).join('\n'),
  );
  return {
    own: `${await texts('jena-cache', 'jena-outbox')}\n${stored}`,
    open: `${await texts('jena-content')}\n${cached}`,
  };
}

/** Which of these words whoever copies the phone's storage would read. */
async function readable(page: Page, words: { own: string[]; anywhere: string[] }): Promise<string[]> {
  const { own, open } = await everythingOn(page);
  return [
    ...words.own.filter((word) => own.includes(word)),
    ...words.anywhere.filter((word) => `${own}${open}`.includes(word)),
  ];
}

test('Jannis reads all that is his own without a network, page for page, and after the logout nothing of it is left', async ({
  citizen,
}) => {
  const { page } = citizen;
  await citizen.hasAppOnPhone();
  await citizen.logsIn('Jannis Adler');
  const street = `Wagnergasse ${newId().slice(0, 6)}`;
  const { reference } = await handsIn(citizen, street);

  // The app starts anew, as on another day, and no page of his own is opened: it fetches by itself.
  const kept = page.waitForResponse((answer) => answer.url().includes('cases.detail'));
  await citizen.opens('/');
  await kept;
  await page.waitForLoadState('networkidle');
  await citizen.losesNetwork();

  const standsStill = async () => expect(page.getByText(/^Stand: heute/).first()).toBeVisible();
  await test.step('account, card, contact', async () => {
    await citizen.goesTo('Konto');
    await citizen.seesPage('Konto');
    await expect(page.getByText('Adler').first()).toBeVisible();
    await standsStill();
    for (const path of ['/konto/ausweis', '/konto/kontakt', '/konto/vertretung', '/konto/mitteilungen']) {
      await citizen.opens(path);
      await standsStill();
      await expect(page.getByText(/gerade nicht laden/)).toHaveCount(0);
    }
  });
  await test.step('vault, log, inbox, case', async () => {
    await citizen.opens('/konto/tresor');
    await expect(page.getByRole('heading', { name: 'Noch ist hier nichts' })).toBeVisible();
    await standsStill();
    await citizen.opens('/konto/zugriffe');
    await standsStill();
    await citizen.opens('/postfach');
    await standsStill();
    await page.getByRole('link', { name: /Ihr Antrag ist eingegangen/ }).click();
    await citizen.seesPage('Meldebescheinigung bekommen');
    await expect(page.getByText(reference)).toBeVisible();
    await standsStill();
    await page.getByText('Ihre Angaben', { exact: true }).click();
    await expect(page.getByText(street)).toBeVisible();
  });
  // The catalogue knows people's names as examples; what the person has must not be readable even while logged in.
  const secrets = { own: ['Adler', 'Jannis'], anywhere: [street, reference] };
  expect(await readable(page, secrets)).toEqual([]);

  await citizen.isBackOnline();
  await citizen.goesTo('Konto');
  await citizen.taps('Abmelden', 'button');
  await expect(page.getByRole('link', { name: 'Anmelden' }).first()).toBeVisible();
  expect(await readable(page, secrets)).toEqual([]);
  await citizen.losesNetwork();
  for (const path of ['/konto/zugriffe', '/vorgaenge', '/postfach']) {
    await citizen.opens(path);
    await expect(page.getByRole('main')).not.toContainText(reference);
  }
  await citizen.isBackOnline();
});

test('in the cellar the phone says that it is online: Jannis is told that he is not, reads on, and what is new comes by itself', async ({
  citizen,
}) => {
  const { page } = citizen;
  const offline = page.getByText('Sie sind offline.');
  const news = page.getByRole('link', { name: /Ihr Antrag ist eingegangen/ });
  await citizen.hasAppOnPhone();
  await citizen.logsIn('Jannis Adler');
  await citizen.opens('/postfach');
  await citizen.seesPage('Postfach');
  await page.waitForLoadState('networkidle');
  const networkReturns = await citizen.hasNetworkThatCarriesNothing();
  await citizen.opens('/postfach');
  await expect(offline).toBeVisible();
  await expect(page.getByText(/^Stand: heute/).first()).toBeVisible();
  await handsIn(citizen, 'Wagnergasse 1');
  await expect(news).toHaveCount(0);
  await networkReturns();
  await expect(offline).toBeHidden({ timeout: 30_000 });
  await expect(news).toBeVisible();
});
