import type { Day } from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { citizenActor, staffActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { codeOf, newKey } from '../../testing/product.ts';
import { application, elsewhere, openOffice } from '../cases/cases.testing.ts';

const key = () => ({ idempotencyKey: newKey() });
const address = 'lena@example.org';

describeOnBothDialects('what a person adds to their profile', (open) => {
  async function openHouse() {
    const office = await openOffice(await open());
    const { deps, mail, as } = office;
    const lena = citizenActor();
    const account = as(lena).account;
    const added = () => account.added({});
    /** The code in the newest mail to an address. */
    const mailed = async (to = address) => {
      await deps.jobs.drain();
      return /\b\d{6}\b/.exec(mail.to(to).at(-1)?.text ?? '')?.[0] ?? '';
    };
    const confirmed = async (to = address) => {
      await account.setEmail({ ...key(), address: to });
      return account.confirmEmail({ ...key(), code: await mailed(to) });
    };
    return { ...office, lena, account, added, mailed, confirmed };
  }

  it('an address counts once its code is typed, and not before', async () => {
    const { account, added, mailed, deps, lena } = await openHouse();
    await account.setEmail({ ...key(), address });
    expect(await added()).toMatchObject({ email: null, newEmail: { address, refused: false } });
    expect(await deps.domains.account.mailbox(deps.store.read, lena.accountId)).toBeNull();
    const code = await mailed();
    const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
    expect(await account.confirmEmail({ ...key(), code: spaced })).toEqual({ result: 'confirmed' });
    expect(await added()).toMatchObject({ email: { address }, newEmail: null });
    expect(await deps.domains.account.mailbox(deps.store.read, lena.accountId)).toMatchObject({ address });
  });

  it('wrong codes are counted, and then a new one is needed', async () => {
    const { account, mailed } = await openHouse();
    await account.setEmail({ ...key(), address });
    const code = await mailed();
    const wrong = code === '000000' ? '000001' : '000000';
    for (const result of ['wrong', 'wrong', 'wrong', 'wrong', 'expired'])
      expect(await account.confirmEmail({ ...key(), code: wrong })).toEqual({ result });
    expect(await account.confirmEmail({ ...key(), code })).toEqual({ result: 'expired' });
    await account.sendEmailCode(key());
    expect(await account.confirmEmail({ ...key(), code: await mailed() })).toEqual({ result: 'confirmed' });
  });

  it('a code is good for an hour', async () => {
    const { account, mailed, clock } = await openHouse();
    await account.setEmail({ ...key(), address });
    const code = await mailed();
    clock.advance(60 * 60_000);
    expect(await account.confirmEmail({ ...key(), code })).toEqual({ result: 'expired' });
  });

  it('a new address replaces the old one when it is confirmed, and the old one is told', async () => {
    const { account, added, confirmed, mail, deps, inboxOf, lena } = await openHouse();
    await confirmed();
    await account.setEmail({ ...key(), address: 'neu@example.org' });
    expect((await added()).email?.address).toBe(address);
    await confirmed('neu@example.org');
    await deps.jobs.drain();
    expect((await added()).email?.address).toBe('neu@example.org');
    expect(mail.to(address).at(-1)?.subject).toContain('wurde geändert');
    expect(mail.to(address).at(-1)?.text).not.toContain('neu@example.org');
    expect(await inboxOf(lena)).toContain('email_changed');
  });

  it('a mailbox that nobody has is said to be none', async () => {
    const { account, added, deps } = await openHouse();
    await account.setEmail({ ...key(), address: 'unbekannt@example.org' });
    await deps.jobs.drain();
    expect((await added()).newEmail?.refused).toBe(true);
  });

  it('nobody’s mailbox is flooded', async () => {
    const { account } = await openHouse();
    for (let sent = 0; sent < 5; sent += 1) await account.setEmail({ ...key(), address });
    expect(await codeOf(account.setEmail({ ...key(), address }))).toBe('platform.too_many');
  });

  it.each(['lena', 'a@b', 'a@example.org, b@example.org', 'x <a@example.org>', 'a@example.org\nBcc: b@c.de'])(
    'refuses %j as an address',
    async (wrong) => {
      const { account } = await openHouse();
      await expect(account.setEmail({ ...key(), address: wrong })).rejects.toMatchObject({
        code: 'BAD_REQUEST',
      });
    },
  );

  it('changing where one is reached needs the card', async () => {
    const { as, lena } = await openHouse();
    const byPasskey = as({ ...lena, levelOfAssurance: 'substantial' }).account;
    const acts = [
      byPasskey.setEmail({ ...key(), address }),
      byPasskey.setPhone({ ...key(), number: '03641 490' }),
      byPasskey.removeContact({ ...key(), kind: 'email' }),
    ];
    for (const act of acts) expect(await codeOf(act)).toBe('identity.level_too_low');
    await byPasskey.setAccess({ ...key(), needs: ['step_free'], agreed: true });
  });

  it('what is removed is gone for everybody, can be taken back for ten minutes, and then is forgotten', async () => {
    const { account, added, clock, deps, store } = await openHouse();
    await account.setPhone({ ...key(), number: '03641 490' });
    await account.setAccess({ ...key(), needs: ['sign_language', 'large_print'], agreed: true });
    await account.removeContact({ ...key(), kind: 'phone' });
    await account.removeAccess(key());
    expect(await added()).toMatchObject({ phone: null, access: null });
    clock.advance(9 * 60_000);
    await deps.jobs.drain();
    expect(await account.takeBack({ ...key(), kind: 'access' })).toEqual({ back: true });
    expect((await added()).access?.needs).toEqual(['sign_language', 'large_print']);
    clock.advance(2 * 60_000);
    await deps.jobs.drain();
    expect(await account.takeBack({ ...key(), kind: 'phone' })).toEqual({ back: false });
    expect(await store.read.$count(store.tables.accountAdded)).toBe(1);
  });

  it('is sealed, and another person has none of it', async () => {
    const { account, as, confirmed, store } = await openHouse();
    await confirmed();
    await account.setPhone({ ...key(), number: '03641 490' });
    const rows = await store.read.select().from(store.tables.accountAdded);
    expect(rows.some(({ sealed }) => sealed.includes(address) || sealed.includes('03641'))).toBe(false);
    expect(await as(citizenActor()).account.added({})).toMatchObject({ email: null, phone: null });
    const jobs = JSON.stringify(await store.read.select().from(store.tables.platformJobs));
    expect(jobs).not.toContain(address);
  });

  it('is shown to the caseworker of a running case alone, and stands in the access log', async () => {
    const { account, as, lena, submitted, claim, approve, confirmed } = await openHouse();
    const [jonas, mira] = [staffActor('caseworker'), staffActor('caseworker')];
    await confirmed();
    await account.setPhone({ ...key(), number: '03641 490' });
    await account.setAccess({ ...key(), needs: ['sign_language'], agreed: true });
    const caseId = await submitted(lena);
    const contact = (staff: typeof jonas) => as(staff).cases.staff.contact({ caseId });
    expect(await codeOf(contact(jonas))).toBe('cases.not_the_caseworker');
    await claim(jonas, caseId);
    expect(await contact(jonas)).toEqual({
      email: address,
      phone: '03641 490',
      needs: ['sign_language'],
      language: 'de',
    });
    await contact(jonas);
    expect(await codeOf(contact(mira))).toBe('cases.not_the_caseworker');
    expect(await codeOf(contact(elsewhere()))).toBe('cases.not_found');
    const { entries } = await account.accessLog({});
    expect(entries.filter(({ act }) => act === 'cases.contact_viewed')).toHaveLength(1);
    await approve(jonas, caseId);
    expect(await codeOf(contact(jonas))).toBe('cases.not_the_caseworker');
  });

  it('of somebody who acts for a child is that person’s, and so is the line in the access log', async () => {
    const { as, lena, account, claim, photo } = await openHouse();
    const jonas = staffActor('caseworker');
    await account.setPhone({ ...key(), number: '03641 490' });
    const birthDate = '2019-03-04' as Day;
    const child = { givenNames: 'Ada', familyName: 'Okonkwo', birthDate };
    const { mandateId } = await as(lena).mandates.declareChild({ ...key(), ...child });
    const submission = { ...(await application({ photo }, lena)), onBehalfOf: mandateId };
    const { caseId } = await as(lena).cases.submit(submission);
    await claim(jonas, caseId);
    expect((await as(jonas).cases.staff.contact({ caseId })).phone).toBe('03641 490');
    const { entries } = await account.accessLog({});
    expect(entries.map(({ act }) => act)).toContain('cases.contact_viewed');
  });

  it('goes into the archive, and with the person', async () => {
    const { account, added, confirmed, deps, lena, store } = await openHouse();
    await confirmed();
    const [part] = deps.domains.exporting.parts;
    const files = [];
    for await (const file of part?.files(store.read, lena.accountId) ?? []) files.push(file.content);
    expect(files.join()).toContain(address);
    expect(files.join()).not.toMatch(/"code"/);
    await account.erase({ ...key(), understood: true });
    expect(await store.read.$count(store.tables.accountAdded)).toBe(0);
    expect((await added()).email).toBeNull();
  });
});
