import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:https';
import { refuseSandboxCertificates } from '../production-guard.ts';
import { readAnswer, searchMessage } from './messages.ts';
import { type RegisterConfig, RegisterError, type RegisterPort } from './port.ts';

/** Far above any real answer. */
const maxAnswerBytes = 256 * 1024;

/** Client of the civil register: one XML message over mutual TLS, one answer. A search may be repeated safely. */
export function createRegister(config: RegisterConfig, deps: { clock: { now(): Date } }): RegisterPort {
  refuseSandboxCertificates(config.production, [config.tls.cert, config.tls.ca]);
  const endpoint = new URL(config.endpoint);
  if (endpoint.protocol !== 'https:') throw new Error('the civil register is called over https only');
  const agent = new Agent({ ...config.tls, minVersion: 'TLSv1.2', keepAlive: false });

  const post = (message: string): Promise<string> =>
    new Promise((done, fail) => {
      const unreachable = (detail: string): void => fail(new RegisterError('unreachable', detail));
      const call = request(
        endpoint,
        {
          method: 'POST',
          agent,
          signal: AbortSignal.timeout(config.timeoutMs),
          headers: {
            'content-type': 'application/xml; charset=UTF-8',
            'content-length': Buffer.byteLength(message),
          },
        },
        (answer) => {
          const chunks: Buffer[] = [];
          let size = 0;
          answer.on('data', (chunk: Buffer) => {
            size += chunk.length;
            if (size <= maxAnswerBytes) return void chunks.push(chunk);
            answer.destroy();
            fail(new RegisterError('untrusted_answer', 'too large'));
          });
          answer.on('error', (error) => unreachable(error.message));
          answer.on('end', () => {
            if (answer.statusCode === 200) done(Buffer.concat(chunks).toString('utf8'));
            else unreachable(`status ${answer.statusCode}`);
          });
        },
      );
      call.on('error', (error) => unreachable(error.message));
      call.end(message);
    });

  return {
    isConfigured: true,
    async find(query) {
      const messageId = randomUUID();
      return readAnswer(
        await post(searchMessage(messageId, deps.clock.now().toISOString(), query)),
        messageId,
      );
    },
  };
}
