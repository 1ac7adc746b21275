import { type AccessEntry, type CardData, verifyAccessLog } from '@jena/shared/account';
import { type AccountId, type Actor, type Instant, newId, toInstant } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { SealBroken } from '../../platform/crypto/sealing.ts';
import type { Store } from '../../platform/db/store.ts';
import { appendEvent } from '../../platform/events.ts';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { openProduct } from '../../testing/product.ts';

const at = '2026-11-23T09:00:00.000Z' as Instant;
const erika = citizenActor();
const caseworker = staffActor('caseworker');

const card: CardData = {
  familyName: 'MUSTERMANN',
  birthName: 'GABLER',
  givenNames: 'ERIKA',
  academicTitle: null,
  birthDate: '1964-08-12',
  birthPlace: 'BERLIN',
  nationality: 'D',
  documentType: 'ID',
  validUntil: null,
  address: {
    street: 'HEIDESTRAẞE',
    houseNumber: '17',
    postcode: '51147',
    town: 'KÖLN',
    country: 'D',
    place: null,
  },
};

describeOnBothDialects('an account', (open) => {
  async function openAccount() {
    const store = await open();
    const { deps, as } = await openProduct({ store });
    return { store, ...deps.domains.account, as: (actor: Actor) => as(actor).account };
  }
  type Open = Awaited<ReturnType<typeof openAccount>>;
  const readCard = ({ store, saveCard }: Open, changes: Partial<CardData> = {}, when = at) =>
    store.transaction((tx) =>
      saveCard(tx, { accountId: erika.accountId, card: { ...card, ...changes }, at: when }),
    );

  it('is empty before a card was read', async () => {
    const account = await openAccount();
    expect(await account.as(erika).profile()).toEqual({ card: null, cardReadAt: null, language: 'de' });
    expect(await account.displayName(account.store.read, erika.accountId)).toBe('');
  });

  it('gives each person a key for their phones: the same each time, nobody else’s, none after an erasure', async () => {
    const account = await openAccount();
    expect(await account.as(erika).phoneKey()).toEqual({ key: null });
    await readCard(account);
    const { key } = await account.as(erika).phoneKey();
    expect(Buffer.from(key ?? '', 'base64url')).toHaveLength(32);
    expect(await account.as(erika).phoneKey()).toEqual({ key });
    const henrik = citizenActor();
    await account.store.transaction((tx) => account.account.keys.create(tx, henrik.accountId));
    expect(await account.as(henrik).phoneKey()).not.toEqual({ key });
    await expect(account.as(caseworker).phoneKey()).rejects.toThrow();
    await account.store.transaction((tx) => account.account.keys.destroy(tx, erika.accountId));
    expect(await account.as(erika).phoneKey()).toEqual({ key: null });
  });

  it('knows what the card said at the last login, and nobody reads it in the database', async () => {
    const account = await openAccount();
    await readCard(account);
    const later = '2026-12-01T09:00:00.000Z' as Instant;
    await readCard(account, { familyName: 'GABLER' }, later);
    const profile = await account.as(erika).profile();
    expect([profile.card?.familyName, profile.card?.birthDate, profile.cardReadAt]).toEqual([
      'GABLER',
      '1964-08-12',
      later,
    ]);
    const [row] = await account.store.read.select().from(account.store.tables.accountProfiles);
    expect(row?.card?.includes('GABLER')).toBe(false);
  });

  it('keeps the chosen language when a card is read again', async () => {
    const account = await openAccount();
    await account.as(erika).setLanguage({ idempotencyKey: newId<'idempotency'>(), language: 'en' });
    await readCard(account);
    expect((await account.as(erika).profile()).language).toBe('en');
    expect((await account.as(citizenActor()).profile()).language).toBe('de');
  });

  it('is shown to its person alone', async () => {
    const account = await openAccount();
    await readCard(account);
    expect((await account.as(citizenActor()).profile()).card).toBeNull();
    await expect(account.as(caseworker).profile()).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
    await expect(account.as({ kind: 'anonymous' }).accessLog({})).rejects.toMatchObject({
      code: 'UNAUTHORIZED',
    });
  });

  it('calls a person as their card does, without shouting', async () => {
    const account = await openAccount();
    const name = () => account.displayName(account.store.read, erika.accountId);
    await readCard(account);
    expect(await name()).toBe('Erika Mustermann');
    await readCard(account, {
      academicTitle: 'DR.',
      givenNames: 'ANNA-LENA',
      familyName: 'VON DER GROẞEN AU',
    });
    expect(await name()).toBe('Dr. Anna-Lena von der Großen Au');
    await readCard(account, { givenNames: 'Siân', familyName: 'O’Neill' });
    expect(await name()).toBe('Siân O’Neill');
    await readCard(account, { givenNames: null, familyName: "D'ARCY" });
    expect(await name()).toBe("D'Arcy");
  });

  it('seals texts for one person and place', async () => {
    const account = await openAccount();
    const { store, seal } = account;
    const sealed = await store.transaction((tx) =>
      seal.seal(tx, erika.accountId, 'Ludwig-Weimar-Gasse', 'cases_case.answers:1'),
    );
    expect(sealed).not.toContain('Ludwig');
    expect(await seal.open(store.read, erika.accountId, sealed, 'cases_case.answers:1')).toBe(
      'Ludwig-Weimar-Gasse',
    );
    const elsewhere = seal.open(store.read, erika.accountId, sealed, 'cases_case.answers:2');
    await expect(elsewhere).rejects.toBeInstanceOf(SealBroken);
  });
});

describeOnBothDialects('the access log', (open) => {
  async function openLog() {
    const store = await open();
    const caller = (await openProduct({ store })).as(erika).account;
    return { store, log: (after: string | null = null) => caller.accessLog({ after }) };
  }
  const happened = (
    store: Store,
    event: {
      type: string;
      actor?: Actor;
      data?: unknown;
      subject?: AccountId;
      stream?: string;
      at?: Instant;
    },
  ) =>
    store.transaction((tx) =>
      appendEvent(tx, store.tables, {
        stream: 'cases:1',
        actor: caseworker,
        at,
        data: {},
        subject: erika.accountId,
        ...event,
      }),
    );

  it('names the office, what for and the case, newest first, but never the caseworker', async () => {
    const { store, log } = await openLog();
    await happened(store, { type: 'cases.viewed', data: { reference: 'J-1' } });
    await happened(store, { type: 'vault.evidence_viewed', data: { documentId: 'x', caseReference: 'J-1' } });
    await happened(store, { type: 'cases.approved', data: { reference: 'J-1' } });
    const answer = await log();
    expect(answer.entries).toMatchObject([
      { number: 3, at, officeId: 'buergerservice', act: 'cases.approved', caseReference: 'J-1' },
      { number: 2, at, officeId: 'buergerservice', act: 'vault.evidence_viewed', caseReference: 'J-1' },
      { number: 1, at, officeId: 'buergerservice', act: 'cases.viewed', caseReference: 'J-1' },
    ]);
    expect(answer.next).toBeNull();
    expect(answer.subject).toBe(erika.accountId);
    expect(JSON.stringify(answer)).not.toContain('Kim');
  });

  it('leaves out the person’s own acts, other people, and traces that repeat an act', async () => {
    const { store, log } = await openLog();
    await happened(store, { type: 'cases.submitted', actor: erika });
    await happened(store, { type: 'cases.delivered', actor: { kind: 'system', job: 'cases.issue' } });
    await happened(store, { type: 'cases.viewed', subject: newId<'account'>() });
    await happened(store, { type: 'cases.approve_called', stream: 'audit:cases.approve_called' });
    expect(await log()).toMatchObject({ entries: [], head: { number: 0, hash: '' }, next: null });
  });

  it('comes in pages that neither repeat nor lose a line, and hold together as one chain', async () => {
    const { store, log } = await openLog();
    for (let n = 0; n < 120; n++) {
      const seen = toInstant(new Date(Date.parse(at) + n * 1000));
      await happened(store, { type: 'cases.viewed', at: seen });
      await happened(store, { type: 'cases.submitted', actor: erika, at: seen });
    }
    const seen: string[] = [];
    const entries: AccessEntry[] = [];
    const { subject, head } = await log();
    let next: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof log>> = await log(next);
      expect(page.entries.length).toBeLessThanOrEqual(50);
      seen.push(...page.entries.map((entry) => entry.at));
      entries.push(...page.entries);
      next = page.next;
    } while (next !== null);
    expect(new Set(seen).size).toBe(120);
    const whole = { subject, entries: entries.toReversed(), head };
    expect(await verifyAccessLog(whole)).toEqual({ intact: true, isComplete: true });
    expect(seen).toEqual([...seen].sort().reverse());
    expect((await log('nonsense')).entries).toHaveLength(50);
  });
});
