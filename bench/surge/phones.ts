// Phones that all send at once: each repeats what it is not sure of under the same key, as the outbox does.
import { Agent, type IncomingMessage, request } from 'node:http';

/** One submission of one person. */
export type Sending = { cookie: string; body: string };
export type Sent = {
  caseId: string;
  /** Milliseconds from the moment the person pressed the button to the receipt. */
  waited: number;
  tries: number;
};

/** How an answer can fail to come: not at all, or as one that asks to come again. */
class Unsure extends Error {}

/** At most this many connections at a time, kept open. */
const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** @param cut the connection breaks as soon as everything is sent: the phone never sees the answer */
function post(origin: string, { cookie, body }: Sending, cut: boolean): Promise<string> {
  return new Promise((done, fail) => {
    const unsure = (why: string) => fail(new Unsure(why));
    const call = request(
      `${origin}/trpc/cases.submit`,
      {
        method: 'POST',
        agent,
        headers: {
          cookie,
          origin,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      },
      (answer: IncomingMessage) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('aborted', () => unsure('the answer broke off'));
        answer.on('end', () => {
          if (answer.statusCode === 200) return done(text);
          if ((answer.statusCode ?? 500) >= 500 || answer.statusCode === 429)
            return unsure(`${answer.statusCode}`);
          fail(new Error(`refused: ${answer.statusCode} ${text.slice(0, 300)}`));
        });
      },
    );
    call.on('error', (error) => unsure(error.message));
    call.end(body, () => cut && setTimeout(() => call.destroy(), 5));
  });
}

/** Sends until there is a receipt. A refusal ends it with an error. */
export async function send(origin: string, sending: Sending, cutFirst: boolean): Promise<Sent> {
  const began = performance.now();
  for (let tries = 1; ; tries++) {
    try {
      const text = await post(origin, sending, cutFirst && tries === 1);
      const { caseId } = (JSON.parse(text) as { result: { data: { caseId: string } } }).result.data;
      return { caseId, waited: performance.now() - began, tries };
    } catch (error) {
      if (!(error instanceof Unsure)) throw error;
      await new Promise((wait) => setTimeout(wait, Math.min(2_000, 50 * 2 ** tries) * (0.5 + Math.random())));
    }
  }
}
