import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namespaces } from '../xml/xml.ts';
import { type EidWorld, openEidWorld } from './eid.testkit.ts';
import { lacks, runOnFiles } from './programs.testkit.ts';
import { algorithms, signedEnvelope } from './sign.ts';
import { verifiedBody } from './verify.ts';

/** A second opinion on our signatures: xmlsec1 shares no code with what signs and checks here. */
const xmlsec = '/usr/bin/xmlsec1';

/** Now, since the sandbox's certificates are valid from when it made them. */
const at = new Date();
const expires = new Date(at.getTime() + 5 * 60_000);
const later = new Date(at.getTime() + 15 * 60_000);
const lastsLonger = (xml: string): string => xml.replace(expires.toISOString(), later.toISOString());
const body = `<eid:getServerInfoRequest xmlns:eid="${namespaces.eid}">Straße &amp; Ǆ</eid:getServerInfoRequest>`;

/** xmlsec1 knows ids by a schema only; this names those that WS-Security refers to. */
const ids = [
  ...['--id-attr:Id', `${namespaces.soap}:Body`],
  ...['--id-attr:Id', `${namespaces.wsu}:Timestamp`],
];

/** The same kind of message with the places for digests and signature left empty, as xmlsec1 fills them. */
function template(digest: string = algorithms.digest, method: string = algorithms.signature): string {
  const reference = (id: string): string =>
    `<ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${algorithms.canonicalization}"/></ds:Transforms>` +
    `<ds:DigestMethod Algorithm="${digest}"/><ds:DigestValue/></ds:Reference>`;
  return `<env:Envelope xmlns:env="${namespaces.soap}" xmlns:wsu="${namespaces.wsu}">
  <env:Header>
    <wsse:Security xmlns:wsse="${namespaces.wsse}" env:mustUnderstand="1">
      <wsu:Timestamp wsu:Id="Stamp"><wsu:Created>${at.toISOString()}</wsu:Created><wsu:Expires>${expires.toISOString()}</wsu:Expires></wsu:Timestamp>
      <ds:Signature xmlns:ds="${namespaces.ds}"><ds:SignedInfo>
        <ds:CanonicalizationMethod Algorithm="${algorithms.canonicalization}"/>
        <ds:SignatureMethod Algorithm="${method}"/>${reference('Content')}${reference('Stamp')}
      </ds:SignedInfo><ds:SignatureValue/></ds:Signature>
    </wsse:Security>
  </env:Header>
  <env:Body wsu:Id="Content">${body}</env:Body>
</env:Envelope>`;
}

describe.skipIf(lacks(xmlsec))('signatures by a second implementation', () => {
  let world: EidWorld;
  beforeAll(async () => {
    world = await openEidWorld();
  }, 60_000);
  afterAll(() => world?.stop());

  /** What xmlsec1 says of a message that should be signed by us. */
  function check(message: string, cert = world.config.signing.cert) {
    return runOnFiles(xmlsec, { 'message.xml': message, 'cert.pem': cert }, (file) => [
      ...['--verify', '--pubkey-cert-pem', file('cert.pem')],
      ...[...ids, file('message.xml')],
    ]);
  }

  /** A message that xmlsec1 signed with the key of our counterpart. */
  function signElsewhere(unsigned: string): string {
    const { ok, stdout, said } = runOnFiles(
      xmlsec,
      { 'message.xml': unsigned, 'key.pem': world.config.signing.key },
      (file) => ['--sign', '--privkey-pem', file('key.pem'), ...ids, file('message.xml')],
    );
    if (!ok) throw new Error(said);
    return stdout;
  }

  it('ours are valid, with every letter', () => {
    const message = signedEnvelope(body, world.config.signing, at);
    expect(check(message)).toMatchObject({ ok: true });
  });

  it.each([
    ['the body', (xml: string) => xml.replace('Straße', 'Strasse')],
    ['the timestamp', lastsLonger],
    ['what was signed', (xml: string) => xml.replace('<ds:DigestValue>', '<ds:DigestValue>AAAA')],
  ])('ours are not valid once %s was changed', (_what, change) => {
    const message = signedEnvelope(body, world.config.signing, at);
    const changed = change(message);
    expect(changed).not.toBe(message);
    expect(check(changed).ok).toBe(false);
  });

  it('ours are not valid for another certificate', () => {
    const message = signedEnvelope(body, world.config.signing, at);
    expect(check(message, world.config.serverSigningCert).ok).toBe(false);
  });

  it('theirs are believed, and read as they were written', () => {
    const content = verifiedBody(signElsewhere(template()), world.config.signing.cert, at);
    expect([content.localName, content.textContent]).toEqual(['getServerInfoRequest', 'Straße & Ǆ']);
  });

  it.each([
    ['the body', (xml: string) => xml.replace('&amp;', '&amp;&amp;'), 'does not fit'],
    ['the timestamp', lastsLonger, 'does not fit'],
    ['the reference', (xml: string) => xml.replace('wsu:Id="Content"', 'wsu:Id="Other"'), 'does not fit'],
  ])('theirs are refused once %s was changed', (_what, change, cause) => {
    const message = signElsewhere(template());
    const changed = change(message);
    expect(changed).not.toBe(message);
    expect(() => verifiedBody(changed, world.config.signing.cert, at)).toThrow(cause);
  });

  it.each([
    ['SHA-1 digests', template('http://www.w3.org/2000/09/xmldsig#sha1'), 'digest not allowed'],
    [
      'a SHA-1 signature',
      template(algorithms.digest, 'http://www.w3.org/2000/09/xmldsig#rsa-sha1'),
      'signature method not allowed',
    ],
    [
      'a signature outside the policy',
      template(algorithms.digest, 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'),
      'signature method not allowed',
    ],
  ])('theirs are refused with %s, though rightly signed', (_what, unsigned, cause) => {
    const message = signElsewhere(unsigned);
    expect(check(message)).toMatchObject({ ok: true });
    expect(() => verifiedBody(message, world.config.signing.cert, at)).toThrow(cause);
  });
});
