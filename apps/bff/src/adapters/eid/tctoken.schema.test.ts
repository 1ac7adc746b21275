import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lacks, runOnFiles } from './programs.testkit.ts';
import { buildErrorTcToken, buildTcToken } from './tctoken.ts';

const schema = join(import.meta.dirname, 'testing/TcToken.xsd');

/** What libxml says of a token against the schema of the standard. */
function validate(token: string) {
  return runOnFiles('/usr/bin/xmllint', { 'token.xml': token }, (at) => [
    '--noout',
    '--nonet',
    '--schema',
    schema,
    at('token.xml'),
  ]);
}

const token = buildTcToken({
  serverAddress: 'https://eid.example/paos?a=1&b=2',
  sessionIdentifier: 'a1b2'.repeat(8),
  refreshAddress: 'https://stadt.example/eid/refresh/abc',
  communicationErrorAddress: 'https://stadt.example/anmelden?fehler=eid_failed',
  psk: '00ff'.repeat(16),
});

describe.skipIf(lacks('/usr/bin/xmllint'))('by the schema of the standard', () => {
  it('a token is valid', () => {
    expect(validate(token)).toMatchObject({ ok: true });
  });

  it('a token for a failed start is valid', () => {
    expect(validate(buildErrorTcToken('https://stadt.example/anmelden?fehler=eid_busy'))).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['a namespace', token.replace('<TCTokenType>', '<TCTokenType xmlns="urn:x">')],
    ['a key that is not hex', token.replace('00ff', '00fg')],
    ['an odd number of digits', token.replace('00ff', '00f')],
    ['an element too many', token.replace('<Binding>', '<Extra/><Binding>')],
    ['an element twice', token.replace(/<Binding>.*<\/Binding>/, '$&$&')],
    ['no refresh address', token.replace(/<RefreshAddress>.*<\/RefreshAddress>/, '')],
  ])('%s is not: the check bites', (_what, spoilt) => {
    expect(spoilt).not.toBe(token);
    expect(validate(spoilt).ok).toBe(false);
  });
});
