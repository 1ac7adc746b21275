import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { hasAlready, type Memo } from './memo.ts';
import type { Door } from './query-door.ts';

export type Listening = {
  port: number;
  /** Takes no new connections and waits for the answers under way. */
  close(): Promise<void>;
};

/**
 * Answers a kept public question before any framework sees it: a lookup and a write, nothing else.
 * @returns false when there is no kept answer; then the app must answer
 */
export function answerFromMemo(memo: Memo, request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== 'GET' || request.url === undefined) return false;
  const entry = memo.find(request.url);
  if (entry === undefined) return false;
  if (hasAlready(request.headers['if-none-match'], entry.etag)) response.writeHead(304, entry.headers).end();
  else response.writeHead(200, entry.headers).end(entry.body);
  return true;
}

/** Serves an app over HTTP; kept public answers first, then questions by their short way. Port 0 takes any free one. */
export async function listen(
  app: Hono,
  { host, port, memo, door }: { host: string; port: number; memo: Memo; door?: Door },
): Promise<Listening> {
  const answer = getRequestListener(app.fetch);
  const server = createServer((request, response) => {
    if (answerFromMemo(memo, request, response) || door?.(request, response)) return;
    void answer(request, response);
  });
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
