import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { ensurePki } from '@jena/sandbox/pki';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refuseSandboxCertificates } from './production-guard.ts';

const dir = mkdtempSync(join(tmpdir(), 'jena-guard-'));
beforeAll(() => ensurePki(dir), 60_000);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const real = rootCertificates[0] ?? '';

describe('in production', () => {
  it.each(['ca', 'bff-tls', 'bff-signing', 'eid-server-signing', 'push-tls'])(
    'refuses the sandbox’s %s',
    (name) => {
      const pem = readFileSync(join(dir, `${name}.crt.pem`), 'utf8');
      expect(() => refuseSandboxCertificates(true, [pem])).toThrow('sandbox');
    },
  );

  it('finds the sandbox behind a good certificate in the same file', () => {
    const bundle = `${real}\n${readFileSync(join(dir, 'ca.crt.pem'), 'utf8')}`;
    expect(() => refuseSandboxCertificates(true, [bundle])).toThrow('sandbox');
  });

  it('accepts certificates of others', () => {
    expect(() => refuseSandboxCertificates(true, [real])).not.toThrow();
  });

  it('refuses what is no certificate at all', () => {
    expect(() => refuseSandboxCertificates(true, ['nonsense'])).toThrow('PEM');
  });
});

it('lets development use the sandbox', () => {
  const pem = readFileSync(join(dir, 'ca.crt.pem'), 'utf8');
  expect(() => refuseSandboxCertificates(false, [pem])).not.toThrow();
});
