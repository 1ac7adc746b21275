import { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import { serve } from '@hono/node-server';
import { failOnError, ready } from '../child.ts';
import { pki, portOf } from '../world.ts';
import { control } from './control.ts';
import { answer, failure } from './operations.ts';
import { settings } from './sessions.ts';
import { seal } from './spoil.ts';
import { issuerSerial, verify } from './ws-security.ts';

const ownCert = new X509Certificate(pki('eid-server-signing.crt.pem'));
const own = {
  key: pki('eid-server-signing.key.pem'),
  keyInfo: issuerSerial(
    ownCert.issuer.split('\n').reverse().join(', '),
    BigInt(`0x${ownCert.serialNumber}`).toString(),
  ),
};
const strangerKey = pki('stranger-signing.key.pem');
const clientCert = pki('bff-signing.crt.pem');

/** What TR-03116-4 allows: forward secrecy and authenticated encryption. */
const tlsSuites =
  'TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256';

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > 100_000) throw new Error('too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A bad signature is an internal error too: the standard has no other word for it. */
function respond(message: string, action: string): string {
  try {
    return answer(verify(message, clientCert));
  } catch {
    const name = /\/(useID|getResult|getServerInfo)"?$/.exec(action)?.[1] ?? 'useID';
    return failure(`${name}Response`, 'common#internalError');
  }
}

const server = createServer(
  {
    key: pki('eid-server-tls.key.pem'),
    cert: pki('eid-server-tls.crt.pem'),
    ca: pki('ca.crt.pem'),
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ciphers: tlsSuites,
  },
  async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/eid') {
      response.writeHead(404).end();
      return;
    }
    try {
      const body = respond(await readBody(request), String(request.headers.soapaction));
      const sealed = seal(body, settings.misbehave, { ...own, at: new Date() }, strangerKey);
      settings.misbehave = 'none';
      response.writeHead(200, { 'content-type': 'text/xml; charset=UTF-8' }).end(sealed);
    } catch {
      response.writeHead(413).end();
    }
  },
);

const controlServer = serve({ fetch: control.fetch, hostname: '127.0.0.1', port: portOf('eidControl') });
controlServer.on('error', failOnError('eid-server control'));
server.on('error', failOnError('eid-server'));
server.listen(portOf('eidServer'), '127.0.0.1', () =>
  ready(() => {
    server.close();
    controlServer.close();
  }),
);
