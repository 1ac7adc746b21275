// A process of its own: clients that ask, read for a moment, and ask again.
import { Agent, request } from 'node:http';
import { newId } from '@jena/shared/kernel';

/** One kind of act: who does it and what is asked, in turn. A body gets a fresh idempotency key each time. */
export type Act = {
  kind: string;
  clients: number;
  requests: { path: string; cookie: string; body?: object }[];
};
export type Order = {
  origin: string;
  acts: Act[];
  seconds: number;
  /** How long a client reads an answer before it asks again; 0 for as fast as it goes. */
  thinkMilliseconds: number;
};
/** Milliseconds that answers took, by kind; and how many were refused. */
export type Seen = { waits: Record<string, number[]>; refused: Record<string, number> };

const agent = new Agent({ keepAlive: true, maxSockets: 1_000 });

function ask(origin: string, { path, cookie, body }: Act['requests'][number]): Promise<number> {
  const text = body && JSON.stringify({ ...body, idempotencyKey: newId<'idempotency'>() });
  const door = path.includes('.staff.') ? 'staff' : 'citizen';
  return new Promise((done, fail) => {
    const headers = {
      cookie,
      origin,
      'x-jena-door': door,
      ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    const call = request(`${origin}${path}`, { agent, method: text ? 'POST' : 'GET', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => done(answer.statusCode ?? 500));
    });
    // A connection that the server was about to close: a browser takes another one, too.
    call.on('error', (error) =>
      call.reusedSocket ? ask(origin, { path, cookie, ...(body && { body }) }).then(done, fail) : fail(error),
    );
    call.end(text);
  });
}

const pause = (milliseconds: number) => new Promise((wait) => setTimeout(wait, milliseconds));

async function run({ origin, acts, seconds, thinkMilliseconds }: Order): Promise<Seen> {
  const seen: Seen = { waits: {}, refused: {} };
  const until = performance.now() + seconds * 1000;
  const client = async ({ kind, requests }: Act, first: number) => {
    await pause(Math.random() * thinkMilliseconds);
    for (let turn = first; performance.now() < until; turn += 7) {
      const one = requests[turn % requests.length];
      if (!one) throw new Error(`${kind} asks nothing`);
      const began = performance.now();
      const status = await ask(origin, one);
      const waits = seen.waits[kind] ?? [];
      seen.waits[kind] = waits;
      waits.push(performance.now() - began);
      if (status !== 200) seen.refused[kind] = (seen.refused[kind] ?? 0) + 1;
      await pause(thinkMilliseconds * (0.5 + Math.random()));
    }
  };
  await Promise.all(
    acts.flatMap((act) => Array.from({ length: act.clients }, (_, index) => client(act, index))),
  );
  return seen;
}

process.on('message', (order: Order) => {
  void run(order).then((seen) => process.send?.(seen));
});
