import { X509Certificate } from 'node:crypto';

/** What every certificate of the sandbox carries as organisation, in its subject and its issuer. */
const sandboxMarker = 'Sandbox Jena';

const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * Refuses certificates of the sandbox in production, so that a forgotten setting never opens the house to a test card.
 * `certificates` are PEM texts, each with one or more certificates. Throws at the start, before anything is served.
 */
export function refuseSandboxCertificates(production: boolean, certificates: readonly string[]): void {
  if (!production) return;
  for (const pem of certificates) {
    const blocks = pem.match(pemBlock);
    if (blocks === null) throw new Error('a configured certificate is not PEM');
    for (const block of blocks) {
      const certificate = new X509Certificate(block);
      if (`${certificate.subject}\n${certificate.issuer}`.includes(sandboxMarker)) {
        throw new Error('a certificate of the sandbox is configured in production');
      }
    }
  }
}
