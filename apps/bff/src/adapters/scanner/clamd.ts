import { connect, type Socket } from 'node:net';
import { ScannerAway, type ScannerConfig } from './port.ts';

const pieceBytes = 64 * 1024;
/** Answers are one line; more is not clamd. */
const longestAnswer = 4096;

/**
 * Asks clamd one question on a connection of its own, in its null-terminated form (clamd(8)).
 * @param content what `INSTREAM` is about: pieces, each after its length in four bytes, and a length of zero at the end
 * @throws ScannerAway when there is no answer; whatever the content throws
 */
export async function askClamd(
  { address, timeoutMs }: Pick<ScannerConfig, 'address' | 'timeoutMs'>,
  command: 'PING' | 'VERSION' | 'INSTREAM',
  content?: AsyncIterable<Uint8Array>,
): Promise<string> {
  const socket = connect(address);
  socket.setTimeout(timeoutMs, () => socket.destroy(new Error('silent for too long')));
  const answer = answerOf(socket);
  const sent = send(socket, command, content);
  try {
    // clamd answers early when it has enough; then what it did not take does not matter.
    await Promise.race([answer, sent]);
    return await answer;
  } finally {
    socket.destroy();
    await sent.catch(() => undefined);
  }
}

function answerOf(socket: Socket): Promise<string> {
  return new Promise((answered, fail) => {
    let text = '';
    const away = (detail: string) => fail(new ScannerAway('scanner_unreachable', detail));
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\0');
      if (end >= 0) answered(text.slice(0, end));
      else if (text.length > longestAnswer) away('this is not clamd');
    });
    socket.on('error', (error) => away((error as NodeJS.ErrnoException).code ?? error.message));
    socket.on('close', () => away('closed without an answer'));
  });
}

async function send(
  socket: Socket,
  command: string,
  content: AsyncIterable<Uint8Array> | undefined,
): Promise<void> {
  socket.write(`z${command}\0`);
  if (content === undefined) return;
  for await (const part of content) {
    for (let at = 0; at < part.length; at += pieceBytes) {
      await write(socket, part.subarray(at, at + pieceBytes));
      if (socket.destroyed) return;
    }
  }
  socket.write(Buffer.alloc(4));
}

/** One piece, and no further before it left: a document is never whole in memory. A broken line shows as no answer. */
function write(socket: Socket, piece: Uint8Array): Promise<void> {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  socket.write(length);
  return new Promise((gone) => socket.write(piece, () => gone()));
}
