// A push service in a process of its own: takes every message, keeps none, and is sometimes unwilling as real ones are.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';

export type Received = { taken: number; busy: number; failed: number; gone: number; headersMissing: number };

const [pki = ''] = process.argv.slice(2);
const counts: Received = { taken: 0, busy: 0, failed: 0, gone: 0, headersMissing: 0 };
const unwilling = new Set<string>();

/** Paths say how a device answers: `/gone/7` is gone, `/busy/7` and `/failed/7` are unwilling once. */
function answerTo(path: string): { status: number; kind: keyof Received } {
  const [, kind = ''] = path.split('/');
  if (kind === 'gone') return { status: 410, kind: 'gone' };
  if ((kind === 'busy' || kind === 'failed') && !unwilling.has(path)) {
    unwilling.add(path);
    return kind === 'busy' ? { status: 429, kind } : { status: 503, kind };
  }
  return { status: 201, kind: 'taken' };
}

const server = createServer(
  { key: readFileSync(join(pki, 'push-tls.key.pem')), cert: readFileSync(join(pki, 'push-tls.crt.pem')) },
  (request, response) => {
    request.resume();
    request.on('end', () => {
      const { status, kind } = answerTo(request.url ?? '');
      counts[kind] += 1;
      const { ttl, topic, authorization } = request.headers;
      if (ttl === undefined || topic === undefined || !authorization?.startsWith('vapid ')) {
        if (!request.url?.startsWith('/plain')) counts.headersMissing += 1;
      }
      response.writeHead(status, status === 429 ? { 'retry-after': '30' } : {});
      response.end();
    });
  },
);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object') process.send?.(address.port);
});
process.on('message', () => process.send?.(counts));
process.on('disconnect', () => process.exit(0));
