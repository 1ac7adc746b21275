import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

export type Listening = {
  port: number;
  /** Takes no new connections and waits for the answers under way. */
  close(): Promise<void>;
};

/** Serves an app over HTTP. Port 0 takes any free one. */
export async function listen(app: Hono, { host, port }: { host: string; port: number }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, createServer }) as ReturnType<typeof createServer>;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep idle connections open; those carry no answer that anyone waits for.
        server.closeIdleConnections();
      }),
  };
}
