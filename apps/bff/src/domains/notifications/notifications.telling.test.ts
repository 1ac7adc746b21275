import { type CaseId, type CitizenActor, newId, toInstant } from '@jena/shared/kernel';
import type { MessageType, Pace, Topic } from '@jena/shared/notifications';
import { expect, it } from 'vitest';
import { browserSubscription } from '../../adapters/push/recording.testkit.ts';
import { citizenActor } from '../../platform/testing/context.ts';
import { describeOnBothDialects } from '../../platform/testing/stores.ts';
import { newKey, openProduct } from '../../testing/product.ts';

const key = () => ({ idempotencyKey: newKey() });
const address = 'anna@example.org';
/** 22:30 in Jena; quiet hours end at 06:00 UTC. */
const night = '2026-11-23T21:30:00.000Z';
const morning = '2026-11-24T06:00:00.000Z';

describeOnBothDialects('how a person is told', (open) => {
  async function openHouse(start?: string) {
    const product = await openProduct({ store: await open(), ...(start ? { start } : {}) });
    const { as, deps, clock, push, mail, store } = product;
    const anna = citizenActor();
    const drain = () => deps.jobs.drain();
    return {
      ...product,
      anna,
      drain,
      device: (name: string, topics: Topic[] = ['cases'], actor: CitizenActor = anna) =>
        as(actor).notifications.subscribe({
          ...key(),
          subscription: browserSubscription(name),
          language: 'de',
          topics,
        }),
      async tell(type: MessageType = 'case_claimed', caseId: CaseId | null = null) {
        await store.transaction((tx) =>
          deps.domains.notifications.notify(tx, {
            accountId: anna.accountId,
            type,
            caseId,
            caseReference: caseId && 'J-7K4M-2Q',
            serviceSlug: caseId && 'wohnsitz-anmelden',
            at: toInstant(clock.now()),
            key: newId<'event'>(),
          }),
        );
        await drain();
      },
      async address() {
        await as(anna).account.setEmail({ ...key(), address });
        await drain();
        const code = /\b\d{6}\b/.exec(mail.to(address).at(-1)?.text ?? '')?.[0] ?? '';
        await as(anna).account.confirmEmail({ ...key(), code });
        mail.sent.length = 0;
      },
      save: (
        quiet: { from: string; to: string } | null,
        wished: ('cases' | 'documents')[] = ['cases'],
        pace: Pace = 'at_once',
      ) => as(anna).notifications.saveTelling({ ...key(), mail: wished, quiet, pace }),
      texts: () => push.sent.map(({ payload }) => payload.notification),
    };
  }
  const aCase = () => newId<'case'>() as CaseId;

  it('as usual at first: by e-mail as a fallback, and quiet from ten to seven', async () => {
    const { as, anna } = await openHouse();
    expect(await as(anna).notifications.telling({})).toEqual({
      mail: ['cases', 'documents'],
      quiet: { from: '22:00', to: '07:00' },
      pace: 'at_once',
    });
  });

  it('a push that comes due at night waits for the morning, and of several about one case only the newest comes', async () => {
    const { device, tell, drain, clock, push, texts } = await openHouse(night);
    await device('phone');
    const [one, other] = [aCase(), aCase()];
    await tell('case_claimed', one);
    clock.advance(60_000);
    await tell('evidence_requested', one);
    await tell('case_approved', other);
    expect(push.sent).toEqual([]);
    clock.set('2026-11-24T05:59:00.000Z');
    await drain();
    expect(push.sent).toEqual([]);
    clock.set(morning);
    await drain();
    expect(
      texts()
        .map(({ tag }) => tag)
        .sort(),
    ).toEqual([`case-${one}`, `case-${other}`].sort());
    expect(texts().find(({ tag }) => tag === `case-${one}`)?.body).toContain('Unterlage');
  });

  it('what was read at night is not told in the morning', async () => {
    const { device, tell, drain, clock, push, as, anna } = await openHouse(night);
    await device('phone');
    await tell('case_claimed', aCase());
    const [message] = (await as(anna).notifications.inbox({})).messages;
    await as(anna).notifications.mark({
      ...key(),
      messageIds: [message?.id as never],
      change: { read: true },
    });
    clock.set(morning);
    await drain();
    expect(push.sent).toEqual([]);
  });

  it('somebody who wants no quiet hours is told at night', async () => {
    const { device, tell, save, push } = await openHouse(night);
    await device('phone');
    await save(null);
    await tell('case_claimed', aCase());
    expect(push.sent).toHaveLength(1);
  });

  it('the security of the account is told at night too, without a sound, on every device, and by e-mail at once', async () => {
    const { device, tell, address: give, save, mail, texts } = await openHouse(night);
    await give();
    await device('phone', ['assistant']);
    await save({ from: '22:00', to: '07:00' }, []);
    await tell('passkey_added');
    expect(texts()).toMatchObject([{ silent: true, title: 'Ihr Konto wurde geändert' }]);
    expect(mail.to(address)).toHaveLength(1);
    expect(mail.to(address)[0]?.text).toContain('Ein Passkey für Ihr Konto wurde eingerichtet.');
  });

  it('by day it makes a sound', async () => {
    const { device, tell, texts } = await openHouse();
    await device('phone');
    await tell('passkey_added');
    expect(texts()[0]?.silent).toBeUndefined();
  });

  it('without a device the e-mail comes at once, but not at night; it names no case', async () => {
    const { tell, address: give, mail, clock, drain } = await openHouse(night);
    await give();
    await tell('evidence_requested', aCase());
    expect(mail.sent).toEqual([]);
    clock.set(morning);
    await drain();
    expect(mail.to(address)).toHaveLength(1);
    expect(mail.to(address)[0]?.subject).toBe('Neues in Ihrem Postfach bei der Stadt Jena');
    expect(mail.to(address)[0]?.text).not.toMatch(/J-7K4M|Wohn|vorgaenge/);
  });

  it('with a device it comes a day later, if the message is still unread', async () => {
    const { device, tell, address: give, mail, clock, drain, as, anna } = await openHouse();
    await give();
    await device('phone');
    await tell('case_claimed', aCase());
    await tell('evidence_requested', aCase());
    const [newest] = (await as(anna).notifications.inbox({})).messages;
    await as(anna).notifications.mark({
      ...key(),
      messageIds: [newest?.id as never],
      change: { read: true },
    });
    clock.advance(23 * 3_600_000);
    await drain();
    expect(mail.sent).toEqual([]);
    clock.advance(3_600_000);
    await drain();
    expect(mail.to(address)).toHaveLength(1);
  });

  it('gathered, a day’s messages come as one push at eight, and what has a deadline at once', async () => {
    const { device, tell, save, push, clock, drain, texts } = await openHouse();
    await device('phone');
    await save(null, [], 'daily');
    await tell('case_claimed', aCase());
    await tell('case_message', aCase());
    expect(push.sent).toEqual([]);
    await tell('evidence_requested', aCase());
    expect(push.sent).toHaveLength(1);
    clock.set('2026-11-24T06:59:00.000Z');
    await drain();
    expect(push.sent).toHaveLength(1);
    clock.set('2026-11-24T07:00:00.000Z');
    await drain();
    expect(texts()[1]).toMatchObject({ title: '2 neue Nachrichten in Ihrem Postfach', tag: 'inbox' });
    expect(texts()[1]?.body).toContain('weil Sie es so eingestellt haben');
    clock.set('2026-11-25T07:00:00.000Z');
    await drain();
    expect(push.sent).toHaveLength(2);
  });

  it('gathered for a week it comes on Monday, still worth two days to the push service, and only of what is unread', async () => {
    const { device, tell, save, push, clock, drain, as, anna } = await openHouse('2026-11-24T09:00:00.000Z');
    await device('phone');
    await save(null, [], 'weekly');
    await tell('case_claimed', aCase());
    clock.advance(60_000);
    await tell('case_message', aCase());
    const [newest] = (await as(anna).notifications.inbox({})).messages;
    await as(anna).notifications.mark({
      ...key(),
      messageIds: [newest?.id as never],
      change: { read: true },
    });
    clock.set('2026-11-30T07:00:00.000Z');
    await drain();
    expect(push.sent).toMatchObject([
      { options: { ttl: 172_800 }, payload: { notification: { title: 'Neues zu Ihrem Vorgang' } } },
    ]);
  });

  it('gathered without a device it comes as one e-mail; nothing comes when all was read', async () => {
    const { tell, address: give, save, mail, clock, drain, as, anna } = await openHouse();
    await give();
    await save(null, ['cases'], 'daily');
    await tell('case_claimed', aCase());
    await tell('case_message', aCase());
    clock.set('2026-11-24T07:00:00.000Z');
    await drain();
    expect(mail.to(address)).toHaveLength(1);
    await tell('case_approved', aCase());
    const { messages } = await as(anna).notifications.inbox({});
    await as(anna).notifications.mark({
      ...key(),
      messageIds: messages.map(({ id }) => id),
      change: { read: true },
    });
    clock.set('2026-11-25T07:00:00.000Z');
    await drain();
    expect(mail.to(address)).toHaveLength(1);
  });

  it('who wants no e-mail about cases gets none; the inbox has everything', async () => {
    const { tell, address: give, save, mail, as, anna } = await openHouse();
    await give();
    await save(null, []);
    await tell('case_claimed', aCase());
    expect(mail.sent).toEqual([]);
    expect((await as(anna).notifications.inbox({})).unread).toBe(1);
  });

  it('an address that was not confirmed gets nothing', async () => {
    const { tell, as, anna, mail, drain } = await openHouse();
    await as(anna).account.setEmail({ ...key(), address });
    await drain();
    mail.sent.length = 0;
    await tell('passkey_added');
    expect(mail.sent).toEqual([]);
  });

  it('devices without a login cannot ask for what is personal', async () => {
    const { as } = await openHouse();
    const asked = as({ kind: 'anonymous' }).notifications.subscribe({
      ...key(),
      subscription: browserSubscription('phone'),
      language: 'de',
      topics: ['documents'],
    });
    await expect(asked).rejects.toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('goes with the person', async () => {
    const { save, as, anna, store } = await openHouse();
    await save(null);
    await as(anna).account.erase({ ...key(), understood: true });
    expect(await store.read.$count(store.tables.notificationTellings)).toBe(0);
  });
});
