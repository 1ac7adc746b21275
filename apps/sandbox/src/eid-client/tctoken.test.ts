import { describe, expect, it } from 'vitest';
import { isTrustedAddress, parseTcToken, TokenError } from './tctoken.ts';

const good = `<?xml version="1.0"?><TCTokenType><ServerAddress>https://localhost:1/paos</ServerAddress><SessionIdentifier>ab</SessionIdentifier><RefreshAddress>http://localhost:3000/zurueck</RefreshAddress><CommunicationErrorAddress>http://localhost:3000/fehler</CommunicationErrorAddress><Binding>urn:liberty:paos:2006-08</Binding><PathSecurity-Protocol>urn:ietf:rfc:4279</PathSecurity-Protocol><PathSecurity-Parameters><PSK>00ff</PSK></PathSecurity-Parameters></TCTokenType>`;

function refusal(xml: string): TokenError {
  try {
    parseTcToken(xml);
  } catch (error) {
    if (error instanceof TokenError) return error;
  }
  throw new Error('the token was taken');
}

describe('the eID client', () => {
  it('takes a token as the standard describes it', () => {
    expect(parseTcToken(good)).toMatchObject({
      psk: '00ff',
      refreshAddress: 'http://localhost:3000/zurueck',
    });
  });

  it.each([
    ['no XML', 'hello'],
    ['a document type', `<!DOCTYPE a>${good}`],
    ['a namespace', good.replace('<TCTokenType>', '<TCTokenType xmlns="urn:x">')],
    [
      'another order',
      good.replace(/(<ServerAddress>.*<\/ServerAddress>)(<Session.*<\/SessionIdentifier>)/, '$2$1'),
    ],
    ['an unknown element', good.replace('<Binding>', '<Extra/><Binding>')],
    ['another binding', good.replace('urn:liberty:paos:2006-08', 'urn:x')],
    ['a key that is not hex', good.replace('00ff', 'zz')],
    ['half a byte of key', good.replace('00ff', '00f')],
    [
      'a refresh address elsewhere without TLS',
      good.replace('http://localhost:3000/zurueck', 'http://jena.example/'),
    ],
    ['no refresh address', good.replace('http://localhost:3000/zurueck', '')],
  ])('refuses %s', (_what, xml) => {
    refusal(xml);
  });

  it('knows where to send the person when the token is refused', () => {
    expect(refusal(good.replace('00ff', 'zz')).errorAddress).toBe('http://localhost:3000/fehler');
    expect(
      refusal(good.replace('00ff', 'zz').replace('http://localhost:3000/fehler', 'javascript:1'))
        .errorAddress,
    ).toBeNull();
  });

  it('trusts https, and http on this machine alone', () => {
    expect(
      ['https://jena.example/', 'http://localhost:3000/', 'http://127.0.0.1/'].every(isTrustedAddress),
    ).toBe(true);
    expect(
      ['http://jena.example/', 'ftp://localhost/', 'x', 'http://localhost.evil.example/'].some(
        isTrustedAddress,
      ),
    ).toBe(false);
  });
});
