import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Answer = { headers: Record<string, string>; body: string };

/** A small host that answers every request with one answer: stands for the portal's TcToken address in tests. */
export async function serveOnce(
  answer: (origin: string) => Answer,
): Promise<{ origin: string; close(): Promise<void> }> {
  let origin = '';
  const server = createServer((_request, response) => {
    const { headers, body } = answer(origin);
    response.writeHead(200, { ...headers, connection: 'close' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    close: () => new Promise((done) => server.close(() => done())),
  };
}
