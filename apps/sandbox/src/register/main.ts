import { createServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { z } from 'zod';
import { failOnError, ready } from '../child.ts';
import { pki, portOf } from '../world.ts';
import { answerTo } from './messages.ts';

/** `down`: every call is refused, as on a day of maintenance. `spoil`: the answer belongs to another question. */
const settingsSchema = z.object({ down: z.boolean(), spoil: z.boolean() });
const settings: z.infer<typeof settingsSchema> = { down: false, spoil: false };
const asked = { times: 0 };

const server = createServer(
  {
    key: pki('register-tls.key.pem'),
    cert: pki('register-tls.crt.pem'),
    ca: pki('ca.crt.pem'),
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
  },
  async (request, response) => {
    try {
      if (settings.down) return void response.writeHead(503).end();
      if (request.method !== 'POST' || request.url !== '/personensuche')
        return void response.writeHead(404).end();
      asked.times += 1;
      const answer = answerTo(await text(request));
      const sent = settings.spoil ? answer.replace(/(<bezugsnachricht>)[^<]*/, '$1spoilt') : answer;
      response.writeHead(200, { 'content-type': 'application/xml; charset=UTF-8' }).end(sent);
    } catch {
      response.writeHead(400).end();
    }
  },
);

const control = new Hono()
  .post('/settings', async (c) => {
    Object.assign(settings, settingsSchema.partial().parse(await c.req.json()));
    return c.json(settings);
  })
  .get('/asked', (c) => c.json(asked));

const controlServer = serve({ fetch: control.fetch, hostname: '127.0.0.1', port: portOf('registerControl') });
controlServer.on('error', failOnError('register control'));
server.on('error', failOnError('register'));
server.listen(portOf('register'), '127.0.0.1', () =>
  ready(() => {
    server.close();
    controlServer.close();
  }),
);
