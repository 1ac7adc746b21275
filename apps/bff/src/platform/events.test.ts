import {
  type AccountId,
  type Actor,
  type Instant,
  newId,
  type SessionId,
  type StaffId,
} from '@jena/shared/kernel';
import { expect, it } from 'vitest';
import { appendEvent, readEvents, readEventsAbout } from './events.ts';
import { describeOnBothDialects } from './testing/stores.ts';

const at = '2026-11-23T09:00:00.000Z' as Instant;
const person = newId<'account'>() as AccountId;
const staff: Actor = {
  kind: 'staff',
  staffId: newId<'staff'>() as StaffId,
  sessionId: newId<'session'>() as SessionId,
  name: 'Kim Beispiel',
  officeId: 'buergerservice',
  roles: ['caseworker'],
};

describeOnBothDialects('events', (open) => {
  it('come back in the order in which they were appended, by stream', async () => {
    const store = await open();
    const sequences = await store.transaction(async (tx) => {
      const first = await appendEvent(tx, store.tables, {
        stream: 'a',
        type: 't.one',
        actor: staff,
        at,
        data: { n: 1 },
      });
      await appendEvent(tx, store.tables, { stream: 'b', type: 't.else', actor: staff, at, data: {} });
      const last = await appendEvent(tx, store.tables, {
        stream: 'a',
        type: 't.two',
        actor: staff,
        at,
        data: { n: 2 },
      });
      return [first, last] as const;
    });
    expect(sequences[1]).toBeGreaterThan(sequences[0]);
    const events = await readEvents(store.read, store.tables, { stream: 'a' });
    expect(events.map((event) => [event.type, event.data])).toEqual([
      ['t.one', { n: 1 }],
      ['t.two', { n: 2 }],
    ]);
    const later = await readEvents(store.read, store.tables, { stream: 'a', after: sequences[0] });
    expect(later.map((event) => event.type)).toEqual(['t.two']);
  });

  it('name the office but never the caseworker, and are found by the person they concern', async () => {
    const store = await open();
    await store.transaction(async (tx) => {
      await appendEvent(tx, store.tables, {
        stream: 'a',
        type: 't.seen',
        actor: staff,
        at,
        data: {},
        subject: person,
      });
      await appendEvent(tx, store.tables, { stream: 'a', type: 't.other', actor: staff, at, data: {} });
    });
    const about = await readEventsAbout(store.read, store.tables, { subject: person });
    expect(about.map((event) => [event.type, event.officeId])).toEqual([['t.seen', 'buergerservice']]);
    expect(JSON.stringify(about)).not.toContain('Kim');
  });
});
