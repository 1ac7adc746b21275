import { createServer } from 'node:https';
import { serve } from '@hono/node-server';
import { failOnError, ready } from '../child.ts';
import { describeSandbox, pki, portOf, settings } from '../world.ts';
import { createPushService } from './app.ts';

const app = createPushService(describeSandbox(settings().dir, settings().portBase).push.url);
const server = serve(
  {
    fetch: app.fetch,
    hostname: '127.0.0.1',
    port: portOf('push'),
    createServer,
    serverOptions: { key: pki('push-tls.key.pem'), cert: pki('push-tls.crt.pem') },
  },
  () => ready(() => server.close()),
);
server.on('error', failOnError('push-service'));
