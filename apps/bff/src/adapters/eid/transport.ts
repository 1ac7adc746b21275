import { Agent, request } from 'node:https';
import { EidError } from './errors.ts';
import type { EidConfig } from './port.ts';

/**
 * What TR-03116-4 allows of TLS 1.2: forward secrecy and authenticated encryption. TLS 1.3 knows nothing weaker.
 * A server that offers only other suites, or only older versions, is not spoken to.
 */
const ciphers = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'DHE-RSA-AES256-GCM-SHA384',
  'DHE-RSA-AES128-GCM-SHA256',
].join(':');

/** Far above any real answer; stops a server that does not stop. */
const maxAnswerBytes = 256 * 1024;

export type SoapTransport = (action: string, envelope: string) => Promise<string>;

/**
 * POSTs SOAP 1.1 over mutual TLS, each time over a connection of its own: a server may close a kept one at the very moment
 * of the next call, and a call that may have arrived cannot be repeated.
 * SOAP answers errors with 500, so the status alone decides nothing. Throws `EidError('unreachable')`.
 */
export function createSoapTransport(
  config: Pick<EidConfig, 'endpoint' | 'tls' | 'timeoutMs'>,
): SoapTransport {
  const endpoint = new URL(config.endpoint);
  if (endpoint.protocol !== 'https:') throw new Error('the eID server is called over https only');
  const agent = new Agent({ ...config.tls, minVersion: 'TLSv1.2', ciphers, keepAlive: false });

  return (action, envelope) =>
    new Promise((done, fail) => {
      const unreachable = (detail: string): void => fail(new EidError('unreachable', detail));
      const call = request(
        endpoint,
        {
          method: 'POST',
          agent,
          signal: AbortSignal.timeout(config.timeoutMs),
          headers: {
            'content-type': 'text/xml; charset=UTF-8',
            'content-length': Buffer.byteLength(envelope),
            soapaction: `"http://bsi.bund.de/eID/${action}"`,
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let size = 0;
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size > maxAnswerBytes) {
              answer.destroy();
              fail(new EidError('untrusted_answer', 'too large'));
              return;
            }
            chunks.push(chunk);
          });
          answer.on('error', (error) => unreachable(error.message));
          answer.on('end', () => {
            const status = answer.statusCode ?? 0;
            if (status !== 200 && status !== 500) unreachable(`status ${status}`);
            else done(Buffer.concat(chunks).toString('utf8'));
          });
        },
      );
      call.on('error', (error) => unreachable(error.message));
      call.end(envelope);
    });
}
