import 'reflect-metadata';
import { webcrypto, X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';
import { sandboxOrganisation } from './world.ts';

type Use = 'server' | 'client' | 'signing' | 'saml';

const leaves: Record<string, { name: string; use: Use }> = {
  'eid-server-tls': { name: 'localhost', use: 'server' },
  'eid-server-signing': { name: 'eID-Server Signatur', use: 'signing' },
  'bff-tls': { name: 'Portal', use: 'client' },
  'bff-signing': { name: 'Portal Signatur', use: 'signing' },
  'bff-saml': { name: 'Portal SAML', use: 'saml' },
  'bundid-signing': { name: 'BundID Signatur', use: 'signing' },
  'bff-muk': { name: 'Portal SAML Unternehmenskonto', use: 'saml' },
  'muk-signing': { name: 'Unternehmenskonto Signatur', use: 'signing' },
  'push-tls': { name: 'localhost', use: 'server' },
  'register-tls': { name: 'localhost', use: 'server' },
  /** For tests: rightly issued, but never the pinned one. */
  'stranger-signing': { name: 'Fremder', use: 'signing' },
};

/** RSA-3072, as the eID client demands of TLS certificates at least. */
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const oneDay = 86_400_000;

/** Makes the sandbox's certificates in `dir` unless good ones are there. Keys are readable by their owner only. */
export async function ensurePki(dir: string): Promise<void> {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (isComplete(dir)) return;

  const authority = await newKeys();
  const caName = `CN=Sandbox CA, O=${sandboxOrganisation}, C=DE`;
  const span = { notBefore: new Date(Date.now() - oneDay), notAfter: new Date(Date.now() + 365 * oneDay) };
  const ca = await X509CertificateGenerator.createSelfSigned({
    serialNumber: serialNumber(),
    name: caName,
    ...span,
    keys: authority,
    signingAlgorithm: algorithm,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  });

  await Promise.all(
    Object.entries(leaves).map(async ([file, { name, use }]) => {
      const keys = await newKeys();
      const certificate = await X509CertificateGenerator.create({
        serialNumber: serialNumber(),
        subject: `CN=${name}, O=${sandboxOrganisation}, C=DE`,
        issuer: caName,
        ...span,
        publicKey: keys.publicKey,
        signingKey: authority.privateKey,
        signingAlgorithm: algorithm,
        extensions: extensionsFor(use),
      });
      await writeKey(join(dir, `${file}.key.pem`), keys.privateKey);
      writeFileSync(join(dir, `${file}.crt.pem`), certificate.toString('pem'));
    }),
  );
  // The authority comes last: its file says that the set is complete. Its key is not kept.
  writeFileSync(join(dir, 'ca.crt.pem'), ca.toString('pem'));
}

function extensionsFor(use: Use) {
  const usage = new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.keyEncipherment, true);
  if (use === 'signing') return [new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true)];
  if (use === 'saml') return [usage];
  if (use === 'client') return [usage, new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth])];
  return [
    usage,
    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
    new SubjectAlternativeNameExtension([
      { type: 'dns', value: 'localhost' },
      { type: 'ip', value: '127.0.0.1' },
    ]),
  ];
}

function newKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

/** Positive and short enough for every reader: 15 bytes, first bit clear. */
function serialNumber(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(15));
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}

async function writeKey(path: string, key: webcrypto.CryptoKey): Promise<void> {
  const der = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', key)).toString('base64');
  const lines = der.match(/.{1,64}/g) ?? [];
  writeFileSync(path, `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`, {
    mode: 0o600,
  });
  chmodSync(path, 0o600);
}

function isComplete(dir: string): boolean {
  const ca = join(dir, 'ca.crt.pem');
  if (!existsSync(ca)) return false;
  if (Object.keys(leaves).some((file) => !existsSync(join(dir, `${file}.crt.pem`)))) return false;
  const ends = Date.parse(new X509Certificate(readFileSync(ca)).validTo);
  return ends - Date.now() > 7 * oneDay;
}
