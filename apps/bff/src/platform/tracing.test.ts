import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { noTracing, startTracing } from './tracing.ts';

it('sends spans to the collector that a setting names', async () => {
  const bodies: string[] = [];
  const collector = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    bodies.push(`${request.url} ${Buffer.concat(parts).toString()}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;
  const tracing = await startTracing(`http://127.0.0.1:${port}/v1/traces`);
  expect(await tracing.span('call cases.submit', 'server', async () => 7)).toBe(7);
  const failing = tracing.span('job notifications.push', 'job', () => Promise.reject(new TypeError('Erika')));
  await expect(failing).rejects.toThrow('Erika');
  await tracing.stop();
  collector.close();
  const sent = bodies.join('\n');
  expect(sent).toContain('/v1/traces');
  expect(sent).toContain('call cases.submit');
  expect(sent).toContain('TypeError');
  expect(sent).not.toContain('Erika');
});

it('does nothing but the work when no collector is named', async () => {
  const tracing = await startTracing(undefined);
  expect(tracing).toBe(noTracing);
  expect(await tracing.span('x', 'server', async (span) => span)).toBeUndefined();
});
