import { type Disposable, expect, type Locator, type Page } from '@playwright/test';
import { Form } from './form.ts';
import { rowsIn } from './on-phone.ts';
import { Photographer } from './photographer.ts';
import type { Watch } from './watch.ts';

export type Person = 'Lena Okonkwo' | 'Erika Mustermann' | (string & {});

/** A person with a phone. Finds things as people do: by what they are and what they are called. */
export class Citizen {
  readonly page: Page;
  readonly origin: string;
  readonly watched: Watch;
  readonly form: Form;
  readonly camera: Photographer;
  private readonly namesake: string;
  private saysOffline: Disposable | undefined;

  /** @param namesake tells people of the same name apart, so that journeys side by side are journeys of different people */
  constructor(page: Page, origin: string, watched: Watch, namesake = '') {
    this.page = page;
    this.origin = origin;
    this.watched = watched;
    this.namesake = namesake;
    this.form = new Form(page);
    this.camera = new Photographer(page);
  }

  /** Opens an address of the product, e.g. from a link. */
  async opens(path = '/'): Promise<void> {
    await this.page.goto(this.origin + path);
  }

  heading(name?: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, ...(name === undefined ? {} : { name }) });
  }

  async seesPage(title: string | RegExp): Promise<void> {
    await expect(this.heading(title)).toBeVisible();
  }

  /** Taps one of the five areas at the bottom. */
  async goesTo(area: 'Start' | 'Dienste' | 'Vorgänge' | 'Postfach' | 'Konto'): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Hauptbereiche' })
      .getByRole('link', { name: area })
      .click();
  }

  async taps(name: string | RegExp, role: 'link' | 'button' = 'link'): Promise<void> {
    await this.page.getByRole(role, { name }).click();
  }

  async searchesFor(words: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(words);
  }

  searchHits(): Locator {
    return this.page.getByRole('search').getByRole('list').getByRole('link');
  }

  /** Visits until the app with its content lies on the phone and the service worker answers for it. */
  async hasAppOnPhone(): Promise<void> {
    await this.opens('/');
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // Eight bundles, and at last the list of them.
    await expect
      .poll(async () => (await rowsIn(this.page, 'jena-content')) ?? 0, { timeout: 20_000 })
      .toBeGreaterThan(8);
    await this.page.reload();
    await expect.poll(() => this.page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  }

  async losesNetwork(): Promise<void> {
    const context = this.page.context();
    await context.setOffline(true);
    // Some versions of Chromium forget at the next page that they are to say so.
    this.saysOffline = await context.addInitScript(() =>
      Object.defineProperty(navigator, 'onLine', { value: false, configurable: true }),
    );
    await expect(this.page.getByText('Sie sind offline.')).toBeVisible();
  }

  /** As in the tram: the phone goes on saying that it is online, and nothing comes through. Returns how that ends. */
  async hasNetworkThatCarriesNothing(): Promise<() => Promise<void>> {
    const context = this.page.context();
    const believesItIsOnline = () => {
      Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
      for (const kind of ['online', 'offline'])
        addEventListener(kind, (event) => event.isTrusted && event.stopImmediatePropagation(), true);
    };
    const script = await context.addInitScript(believesItIsOnline);
    await this.page.reload();
    await this.page.waitForLoadState('networkidle');
    await context.setOffline(true);
    return async () => {
      await script.dispose();
      await context.setOffline(false);
    };
  }

  async isBackOnline(): Promise<void> {
    const context = this.page.context();
    await this.saysOffline?.dispose();
    this.saysOffline = undefined;
    await context.setOffline(false);
    // A page that was opened without a network hears of it as well.
    for (const page of context.pages())
      await page.evaluate(() => {
        if (!Object.hasOwn(navigator, 'onLine')) return;
        Reflect.deleteProperty(navigator, 'onLine');
        dispatchEvent(new Event('online'));
      });
    await expect(this.page.getByText('Sie sind offline.')).toBeHidden();
  }

  /** From the login page through the eID client of the sandbox and back; at a first visit the card is read once more. */
  async holdsCardToPhone(person: Person = 'Lena Okonkwo', pin = '123456'): Promise<void> {
    const { page } = this;
    await this.seesPage('Anmelden');
    await page.getByRole('button', { name: 'Mit Online-Ausweis anmelden' }).click();
    await this.confirmsOnCard(person, pin);
    if (new URL(page.url()).pathname.endsWith('/anmelden/neu')) await this.opensAccount(person, pin);
  }

  /** The card is new here: why it is read once more, and the one tap that does it. */
  async opensAccount(person: Person, pin = '123456'): Promise<void> {
    await this.seesPage('Konto anlegen');
    await this.taps('Konto anlegen', 'button');
    await this.confirmsOnCard(person, pin);
    if (!new URL(this.page.url()).pathname.endsWith('/anmelden/bekannt')) return;
    // Somebody of this name and birth date has an account, of another journey: this one begins its own.
    await this.seesPage('Sie haben schon ein Konto');
    await this.taps('Neues Konto anlegen', 'button');
    await this.page.waitForURL((url) => !url.pathname.endsWith('/anmelden/bekannt'));
  }

  /** What happens inside the eID client. */
  async confirmsOnCard(person: Person, pin = '123456'): Promise<void> {
    await this.presentsCard(person, pin);
    await this.page.waitForURL((url) => url.origin === this.origin && !url.pathname.startsWith('/eid/'));
  }

  /** Up to the last tap; where the browser goes then is another matter. */
  async presentsCard(person: Person, pin = '123456'): Promise<void> {
    const { page } = this;
    await this.seesPage('Angaben prüfen');
    const choice = page.getByRole('radio', { name: new RegExp(`^${person}`) });
    if (this.namesake !== '' || !(await choice.isVisible()))
      await page.getByText('Weitere Test-Ausweise').click();
    await choice.check();
    if (this.namesake !== '')
      await page.getByLabel('Ein anderer Mensch mit demselben Namen').fill(this.namesake);
    await page.getByRole('button', { name: 'Weiter zur PIN' }).click();
    await this.seesPage('PIN eingeben');
    await page.getByLabel('Sechsstellige PIN').fill(pin);
    await page.getByRole('button', { name: 'Jetzt ausweisen' }).click();
  }

  /** Logs in and ends on the account page. */
  async logsIn(person?: Person): Promise<void> {
    await this.opens('/anmelden');
    await this.holdsCardToPhone(person);
    await this.seesPage('Konto');
  }

  /** The one submission on its way, on the page of cases. */
  outbox(): Locator {
    return this.page.getByRole('region', { name: 'Unterwegs' });
  }

  /** Waits for the receipt and reads the reference from it. */
  async getsReceipt(): Promise<string> {
    const receipt = this.page.getByText(/Ihr Antrag ist angekommen\. Das Aktenzeichen ist/);
    await expect(receipt).toBeVisible({ timeout: 30_000 });
    const reference = /Aktenzeichen ist (.+)\./.exec((await receipt.textContent()) ?? '')?.[1];
    if (reference === undefined) throw new Error('the receipt names no reference');
    return reference;
  }
}
