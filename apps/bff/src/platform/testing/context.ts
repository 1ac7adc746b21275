import {
  type AccountId,
  anonymous,
  type CitizenActor,
  newId,
  type StaffActor,
  type StaffRole,
} from '@jena/shared/kernel';
import type { Context } from '../context.ts';
import type { Store } from '../db/store.ts';
import { createLog } from '../log.ts';
import { testClock } from './clock.ts';

/** A citizen who logged in with the online ID card. */
export function citizenActor(changes: Partial<CitizenActor> = {}): CitizenActor {
  return {
    kind: 'citizen',
    accountId: newId<'account'>() as AccountId,
    sessionId: newId<'session'>(),
    levelOfAssurance: 'high',
    ...changes,
  };
}

/** A caseworker of the Bürgerservice. */
export function staffActor(...roles: StaffRole[]): StaffActor {
  return {
    kind: 'staff',
    staffId: newId<'staff'>(),
    sessionId: newId<'session'>(),
    name: 'Kim Beispiel',
    officeId: 'buergerservice',
    roles: roles.length > 0 ? roles : ['caseworker'],
  };
}

/** What a procedure call starts with, for tests that use a caller: anonymous and silent unless changed. */
export function testContext(store: Store, changes: Partial<Context> = {}): Context {
  return {
    store,
    clock: testClock(),
    log: createLog('silent'),
    newId,
    actor: anonymous,
    request: {
      requestId: 'test',
      language: 'de',
      address: '127.0.0.1',
      userAgent: 'test',
      headers: new Headers(),
      responseHeaders: new Headers(),
    },
    ...changes,
  };
}
