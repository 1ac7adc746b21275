import { readFileSync } from 'node:fs';
import { type RunningSandbox, startSandbox } from '@jena/sandbox/start';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { envelopedSignature, exclusiveC14n, ns } from './names.ts';
import { signedRoot } from './verify.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
}, 60_000);
afterAll(() => sandbox?.stop());

const now = new Date();
const pair = (name: string) => {
  const file = (what: string) => readFileSync(`${sandbox.endpoints.dir}/${name}-signing.${what}.pem`, 'utf8');
  return { key: file('key'), cert: file('crt') };
};

/** A Response without anything in it, signed by somebody; `keyInfo` is what they bring along. */
function signed(key: string, keyInfo?: string): string {
  const signature = new SignedXml({
    privateKey: key,
    signatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: exclusiveC14n,
    ...(keyInfo === undefined ? {} : { getKeyInfoContent: () => keyInfo }),
  });
  signature.addReference({
    xpath: '/*',
    transforms: [envelopedSignature, exclusiveC14n],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  signature.computeSignature(`<saml2p:Response xmlns:saml2p="${ns.samlp}" ID="_1"/>`, { prefix: 'ds' });
  return signature.getSignedXml();
}
const read = (xml: string, cert: string, at = now) =>
  signedRoot(xml, { namespace: ns.samlp, localName: 'Response' }, [cert], at).localName;

it('a provider is known by its pinned certificate, never by one that a message brings along', () => {
  const [provider, stranger] = [pair('bundid'), pair('stranger')];
  const bare = stranger.cert.replace(/-----[^-]+-----|\s/g, '');
  const brought = `<ds:X509Data><ds:X509Certificate>${bare}</ds:X509Certificate></ds:X509Data>`;
  expect(read(signed(provider.key), provider.cert)).toBe('Response');
  for (const keyInfo of [undefined, brought]) {
    const message = signed(stranger.key, keyInfo);
    expect(() => read(message, provider.cert)).toThrow('no valid certificate');
    // Nothing else is wrong with it.
    expect(read(message, stranger.cert)).toBe('Response');
  }
});

it('a pinned certificate speaks as long as it is valid, and no day longer', () => {
  const { key, cert } = pair('bundid');
  const message = signed(key);
  for (const years of [-30, 30]) {
    const then = new Date(now);
    then.setUTCFullYear(now.getUTCFullYear() + years);
    expect(() => read(message, cert, then)).toThrow('no valid certificate');
  }
});
