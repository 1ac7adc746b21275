// A process of its own that asks as fast as a server answers: keep-alive connections, each waits for its answer.
import { connect, type Socket } from 'node:net';

/** What to ask. A request with the placeholder gets a fresh key each time. */
export type LoadOrder = {
  port: number;
  /** Whole HTTP requests as text, asked in turn. */
  requests: readonly string[];
  connections: number;
  milliseconds: number;
};
export type LoadResult = { perSecond: number; answers: number; refused: number; p99: number };

/** Stands where an idempotency key belongs; 26 letters, as a real key. */
export const keyPlaceholder = 'k'.repeat(26);

let keys = 0;
const run = Array.from(
  { length: 13 },
  () => 'abcdefghijklmnopqrstuvwxyz234567'[Math.floor(Math.random() * 32)],
);

function freshKey(): string {
  keys += 1;
  const digits = keys.toString(8).padStart(13, '0');
  return `${run.join('')}${digits.replace(/\d/g, (digit) => 'abcdefgh'[Number(digit)] ?? 'a')}`;
}

/** Length of the answer that begins the buffer, headers included; undefined while it is not all there. */
function answerLength(buffer: Buffer): number | undefined {
  const headEnd = buffer.indexOf('\r\n\r\n');
  if (headEnd < 0) return undefined;
  const head = buffer.toString('latin1', 0, headEnd).toLowerCase();
  const length = /\r\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) return headEnd + 4 + Number(length);
  if (!head.includes('transfer-encoding: chunked')) return headEnd + 4;
  const end = buffer.indexOf('0\r\n\r\n', headEnd + 2);
  return end < 0 ? undefined : end + 5;
}

function ask(order: LoadOrder): Promise<LoadResult> {
  const { port, requests, connections, milliseconds } = order;
  const fixed = requests.map((text) => (text.includes(keyPlaceholder) ? undefined : Buffer.from(text)));
  const waits: number[] = [];
  let [turn, answers, refused, open] = [0, 0, 0, connections];
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const finish = () => {
      open -= 1;
      if (open > 0) return;
      const seconds = (performance.now() - began) / 1000;
      waits.sort((a, b) => a - b);
      resolve({
        perSecond: answers / seconds,
        answers,
        refused,
        p99: waits[Math.floor(waits.length * 0.99)] ?? 0,
      });
    };
    const send = (socket: Socket) => {
      turn = (turn + 1) % requests.length;
      socket.write(fixed[turn] ?? (requests[turn] ?? '').replace(keyPlaceholder, freshKey()));
    };
    for (let index = 0; index < connections; index++) {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      let kept: Buffer<ArrayBufferLike> = Buffer.alloc(0);
      let sentAt = performance.now();
      socket.on('error', reject);
      socket.on('connect', () => send(socket));
      socket.on('data', (part: Buffer) => {
        kept = kept.length === 0 ? part : Buffer.concat([kept, part]);
        const length = answerLength(kept);
        if (length === undefined || kept.length < length) return;
        const now = performance.now();
        answers += 1;
        // "HTTP/1.1 2…" or 3…: everything else was refused.
        if ((kept[9] ?? 0) > 0x33) refused += 1;
        waits.push(now - sentAt);
        kept = kept.subarray(length);
        if (now - began >= milliseconds) {
          socket.destroy();
          finish();
          return;
        }
        sentAt = now;
        send(socket);
      });
    }
  });
}

process.on('message', (order: LoadOrder) => {
  ask(order).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
