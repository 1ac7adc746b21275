import { describe, expect, it } from 'vitest';
import { buildErrorTcToken, buildTcToken } from './tctoken.ts';

const token = {
  serverAddress: 'https://eid.example/paos',
  sessionIdentifier: 'a1b2',
  refreshAddress: 'https://stadt.example/eid/zurueck?a=1&b=2',
  communicationErrorAddress: 'https://stadt.example/eid/fehler',
  psk: '00ff',
};

describe('the TcToken', () => {
  it('has its elements in the order of the standard, without a namespace', () => {
    const xml = buildTcToken(token);
    expect([...xml.matchAll(/<([A-Z][\w-]*)/g)].map(([, name]) => name)).toEqual([
      'TCTokenType',
      'ServerAddress',
      'SessionIdentifier',
      'RefreshAddress',
      'CommunicationErrorAddress',
      'Binding',
      'PathSecurity-Protocol',
      'PathSecurity-Parameters',
      'PSK',
    ]);
    expect(xml).not.toContain('xmlns');
  });

  it('escapes what would break out of an element', () => {
    expect(buildTcToken(token)).toContain('zurueck?a=1&amp;b=2</RefreshAddress>');
    expect(buildTcToken({ ...token, sessionIdentifier: '</SessionIdentifier>' })).toContain('&lt;/Session');
  });

  it.each(['', 'abc', 'xyz0', '00 ff'])('refuses %j as a key', (psk) => {
    expect(() => buildTcToken({ ...token, psk })).toThrow(RangeError);
  });

  it('for a failed start leaves the refresh address empty', () => {
    const xml = buildErrorTcToken('https://stadt.example/eid/fehler');
    expect(xml).toContain('<RefreshAddress></RefreshAddress>');
    expect(xml).toContain('<CommunicationErrorAddress>https://stadt.example/eid/fehler<');
    expect(xml).not.toContain('PSK');
  });
});
