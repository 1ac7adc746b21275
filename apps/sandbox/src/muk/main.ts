import { serve } from '@hono/node-server';
import { failOnError, ready } from '../child.ts';
import { portOf } from '../world.ts';
import { app } from './app.ts';

const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: portOf('muk') }, () =>
  ready(() => server.close()),
);
server.on('error', failOnError('muk'));
