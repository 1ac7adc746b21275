// A phone's way to the server, as a process between them: so much uplink, so much delay, and cuts where one wants them.
import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** `bytesPerSecond`: uplink. `delay`: milliseconds one way. `lift`: how long the network is away after it was lost. */
export type LinkModel = { bytesPerSecond: number; delay: number; lift: number };

/**
 * How a connection ends after so many bytes of upload bodies. `reset`: something on the way closes it, both sides learn
 * of it. `lost`: the phone has no network for a while, as in a lift; the server hears nothing and keeps waiting for more.
 */
export type Cut = { afterBytes: number; kind: 'reset' | 'lost' };

export type Link = {
  origin: string;
  /** Everything but `/plain` goes here. */
  leadTo(port: number): void;
  /** Counts from zero, with these cuts. */
  begin(cuts: readonly Cut[]): void;
  /** For each cut that came, how many bytes left the phone again because of it, when so many are with the server now. */
  twice(arrived: number): number[];
  stop(): Promise<void>;
};

export async function startLink(model: LinkModel): Promise<Link> {
  let target = 0;
  let sent = 0;
  let cuts: Cut[] = [];
  /** At each cut that came: bytes that had left the phone more than once until then. */
  let before: number[] = [];
  /** When the uplink is free again, and when there is a network again. */
  let freeAt = 0;
  let darkUntil = 0;
  const fromPhone = new Set<Socket>();

  /** Takes a piece from the phone when the uplink has room for it. */
  async function uplink(bytes: number): Promise<void> {
    freeAt = Math.max(freeAt, performance.now()) + (bytes / model.bytesPerSecond) * 1000;
    const wait = freeAt - performance.now();
    if (wait > 1) await sleep(wait);
  }

  /** Passes a body on; what is under way when a cut comes is lost. Gives the cut, if there was one. `at`: its place in the file. */
  async function pass(
    body: IncomingMessage,
    write: (piece: Buffer) => void,
    { at = 0, answered = (): boolean => false } = {},
  ): Promise<Cut | undefined> {
    let place = at;
    let cut: Cut | undefined;
    let last: Promise<void> = Promise.resolve();
    for await (const piece of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      for (let from = 0; from < piece.length; from += 16_384) {
        // The phone hears the answer and sends no more of a body that nobody wants.
        if (answered()) return undefined;
        const part = piece.subarray(from, from + 16_384);
        await uplink(part.length);
        sent += part.length;
        place += part.length;
        last = sleep(model.delay).then(() => {
          if (!cut) write(part);
        });
        const [next] = cuts;
        if (next && sent >= next.afterBytes) {
          before.push(sent - place);
          cut = cuts.shift();
          return cut;
        }
      }
    }
    await last;
    return undefined;
  }

  /** What an upload is measured against: takes a body and says thanks. */
  async function plain(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await pass(request, () => undefined);
    await sleep(model.delay);
    response.writeHead(204).end();
  }

  async function forward(request: IncomingMessage, response: ServerResponse): Promise<void> {
    await sleep(model.delay);
    const { method, url, headers } = request;
    const onward = ask({ host: '127.0.0.1', port: target, method, path: url, headers });
    let answered = false;
    onward.on('error', () => response.destroy());
    onward.on('response', async (answer) => {
      await sleep(model.delay);
      answered = true;
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    if (method !== 'PATCH') {
      request.pipe(onward);
      return;
    }
    onward.flushHeaders();
    const cut = await pass(request, (piece) => void onward.write(piece), {
      at: Number(headers['upload-offset']),
      answered: () => answered,
    });
    if (cut?.kind === 'lost') {
      darkUntil = performance.now() + model.lift;
      for (const socket of fromPhone) socket.destroy();
    } else if (cut?.kind === 'reset') {
      request.socket.destroy();
      onward.destroy();
    } else onward.end();
  }

  const server = createServer((request, response) => {
    const work = request.url === '/plain' ? plain(request, response) : forward(request, response);
    work.catch(() => response.destroy());
  });
  server.on('connection', (socket) => {
    if (performance.now() < darkUntil) socket.destroy();
    fromPhone.add(socket);
    socket.once('close', () => fromPhone.delete(socket));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    leadTo(port) {
      target = port;
    },
    begin(wanted) {
      sent = 0;
      before = [];
      cuts = [...wanted];
    },
    twice(arrived) {
      const until = [...before.slice(1), sent - arrived];
      return before.map((bytes, index) => (until[index] ?? bytes) - bytes);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
