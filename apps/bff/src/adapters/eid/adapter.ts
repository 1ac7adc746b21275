import { X509Certificate } from 'node:crypto';
import { type Instant, toInstant } from '@jena/shared/kernel';
import type { Element } from '@xmldom/xmldom';
import { refuseSandboxCertificates } from '../production-guard.ts';
import { readResult, readServerInfo, readUseId } from './answers.ts';
import { EidError } from './errors.ts';
import type { EidConfig, EidPort } from './port.ts';
import { getResultRequest, getServerInfoRequest, useIdRequest } from './requests.ts';
import { signedEnvelope } from './sign.ts';
import { createSoapTransport } from './transport.ts';
import { verifiedBody } from './verify.ts';

/**
 * Client of an eID server: SOAP over mutual TLS, every message signed and every answer's signature checked.
 * Throws at the start when the settings cannot work or, in production, belong to the sandbox.
 */
export function createEid(config: EidConfig, deps: { clock: { now(): Date } }): EidPort {
  refuseSandboxCertificates(config.production, [
    config.tls.ca,
    config.tls.cert,
    config.signing.cert,
    config.serverSigningCert,
  ]);
  const send = createSoapTransport(config);

  async function call(action: string, body: string): Promise<Element> {
    const answer = await send(action, signedEnvelope(body, config.signing, deps.clock.now()));
    try {
      return verifiedBody(answer, config.serverSigningCert, deps.clock.now());
    } catch (error) {
      throw new EidError('untrusted_answer', error instanceof Error ? error.message : '');
    }
  }

  return {
    isConfigured: true,
    certificates: [
      { use: 'tls', endsAt: endOf(config.tls.cert) },
      { use: 'tls_authority', endsAt: endOf(config.tls.ca) },
      { use: 'signing', endsAt: endOf(config.signing.cert) },
      { use: 'server_signing', endsAt: endOf(config.serverSigningCert) },
    ],
    async useId(request) {
      return readUseId(await call('useID', useIdRequest(request)), config.serverAddress, request.psk);
    },
    async getResult(sessionId, counter) {
      return readResult(await call('getResult', getResultRequest(sessionId, counter)));
    },
    async serverInfo() {
      return readServerInfo(await call('getServerInfo', getServerInfoRequest()));
    },
  };
}

/** The last moment of a certificate (of the first one in a file of several). */
function endOf(pem: string): Instant {
  return toInstant(new X509Certificate(pem).validToDate);
}
