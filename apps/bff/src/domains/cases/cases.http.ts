import { quietHeader, roleMissing, staffLoginRequired } from '@jena/shared/identity';
import type { Actor, StaffActor } from '@jena/shared/kernel';
import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { QueueStreams } from './cases.streams.ts';

export type CasesHttpDeps = {
  streams: QueueStreams;
  authenticate: (request: Request) => Promise<Actor>;
};

/** Where caseworkers' screens listen to the counts of their queues (server-sent events). */
export function casesRoutes(app: Hono, { streams, authenticate }: CasesHttpDeps): void {
  app.get('/streams/queues', async (c) => {
    const request = quiet(c.req.raw);
    const actor = caseworkerOnly(await authenticate(request));
    const lastMark = c.req.header('last-event-id');
    c.header('cache-control', 'no-store');
    c.header('x-accel-buffering', 'no');
    return streamSSE(c, async (stream) => {
      await new Promise<void>((resolve, reject) => {
        let leave: () => void = () => undefined;
        const over = () => {
          leave();
          resolve();
        };
        stream.onAbort(over);
        const isThere = async () => isSame(actor, await authenticate(request));
        streams
          .listen({ actor, isThere, send: (message) => stream.writeSSE(message), hangUp: over }, lastMark)
          .then((left) => {
            leave = left;
            if (stream.aborted) over();
          }, reject);
      });
    });
  });
}

/** The page looks by itself: listening must not keep a session alive (ASVS 7.3.1). */
function quiet(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set(quietHeader, '1');
  return new Request(withStaffDoor(request.url), { headers });
}

/** An `EventSource` cannot say at which door it knocks; there is only one here. */
function withStaffDoor(address: string): string {
  const url = new URL(address);
  url.searchParams.set('door', 'staff');
  return url.href;
}

function caseworkerOnly(actor: Actor): StaffActor {
  if (actor.kind !== 'staff') throw staffLoginRequired();
  if (!actor.roles.includes('caseworker')) throw roleMissing({ role: 'caseworker' });
  return actor;
}

const isSame = (before: StaffActor, now: Actor) =>
  now.kind === 'staff' && now.sessionId === before.sessionId && now.roles.includes('caseworker');
