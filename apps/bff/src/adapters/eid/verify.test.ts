import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SignedXml } from 'xml-crypto';
import { namespaces } from '../xml/xml.ts';
import { type EidWorld, openEidWorld } from './eid.testkit.ts';
import { algorithms, type Signer, signedEnvelope } from './sign.ts';
import { verifiedBody } from './verify.ts';

/**
 * Messages that our counterpart's own key signed rightly, each wrong in one way: with the signature alone they would pass,
 * so every rule beside it has to bite by itself.
 */
let world: EidWorld;
beforeAll(async () => {
  world = await openEidWorld();
}, 60_000);
afterAll(() => world?.stop());

/** Now, since the sandbox's certificates are valid from when it made them. */
const at = new Date();
const minutes = (count: number): Date => new Date(at.getTime() + count * 60_000);
const content = `<eid:getServerInfoResponse xmlns:eid="${namespaces.eid}"/>`;

type Parts = {
  stamp?: string;
  body?: string;
  /** Stands in the header, and may be signed, too. */
  beside?: string;
  signed?: readonly string[];
  transforms?: readonly string[];
  canonicalization?: string;
};
const body = "//*[local-name(.)='Body']";
const timestamp = "//*[local-name(.)='Timestamp']";
const stampOf = (created: string, expires: string): string =>
  `<wsu:Created>${created}</wsu:Created><wsu:Expires>${expires}</wsu:Expires>`;

/** A message of these parts, signed by the right key unless another one is given. */
function signed(parts: Parts = {}, signer: Signer = world.config.signing, keyInfo?: string): string {
  const stamp = parts.stamp ?? stampOf(at.toISOString(), minutes(5).toISOString());
  const signature = new SignedXml({
    idMode: 'wssecurity',
    privateKey: signer.key,
    signatureAlgorithm: algorithms.signature,
    canonicalizationAlgorithm: parts.canonicalization ?? algorithms.canonicalization,
    ...(keyInfo === undefined ? {} : { getKeyInfoContent: () => keyInfo }),
  });
  for (const xpath of parts.signed ?? [body, timestamp])
    signature.addReference({
      xpath,
      transforms: parts.transforms ?? [algorithms.canonicalization],
      digestAlgorithm: algorithms.digest,
    });
  const envelope =
    `<soapenv:Envelope xmlns:soapenv="${namespaces.soap}" xmlns:wsse="${namespaces.wsse}" xmlns:wsu="${namespaces.wsu}">` +
    `<soapenv:Header>${parts.beside ?? ''}<wsse:Security><wsu:Timestamp wsu:Id="TS">${stamp}</wsu:Timestamp></wsse:Security>` +
    `</soapenv:Header><soapenv:Body wsu:Id="B">${parts.body ?? content}</soapenv:Body></soapenv:Envelope>`;
  signature.computeSignature(envelope, {
    prefix: 'ds',
    location: { reference: "//*[local-name(.)='Security']", action: 'append' },
  });
  return signature.getSignedXml();
}
const verified = (message: string, now = at) => verifiedBody(message, world.config.signing.cert, now);

it('a message that is right in all of it is read', () => {
  expect(verified(signed()).localName).toBe('getServerInfoResponse');
});

describe('the time of a message', () => {
  it.each([
    ['from a clock far ahead', 6, 'created too far from now'],
    ['from six minutes ago', -6, 'created too far from now'],
  ])('is refused %s', (_what, shift, cause) => {
    const message = signedEnvelope(content, world.config.signing, minutes(shift));
    expect(() => verified(message)).toThrow(cause);
    expect(verified(message, minutes(shift)).localName).toBe('getServerInfoResponse');
  });

  it.each([
    ['ends before it begins', stampOf(at.toISOString(), minutes(-1).toISOString()), 'expired'],
    ['has no end', `<wsu:Created>${at.toISOString()}</wsu:Created>`, 'expired'],
    ['ends at no date', stampOf(at.toISOString(), 'never'), 'expired'],
    ['begins at no date', stampOf('now', minutes(5).toISOString()), 'created too far from now'],
    ['is empty', '', 'created too far from now'],
  ])('is refused when it %s', (_what, stamp, cause) => {
    expect(() => verified(signed({ stamp }))).toThrow(cause);
  });
});

describe('the frame of a message', () => {
  const twin = `<soapenv:Body xmlns:wsu="${namespaces.wsu}" wsu:Id="B2">${content}</soapenv:Body>`;
  it.each([
    ['a second Body after the signed one', '</soapenv:Envelope>', `${twin}</soapenv:Envelope>`],
    ['a second Body before the signed one', '<soapenv:Body ', `${twin}<soapenv:Body `],
  ])('is refused with %s', (_what, place, put) => {
    const message = signed();
    const changed = message.replace(place, put);
    expect(changed).not.toBe(message);
    expect(() => verified(changed)).toThrow('the envelope is not one header and one body');
  });

  it('is refused with more than one element in the Body, though all of it is signed', () => {
    expect(() => verified(signed({ body: content + content }))).toThrow('not exactly one element');
    expect(() => verified(signed({ body: '' }))).toThrow('not exactly one element');
  });

  it('is refused with a second security header', () => {
    const second = signed().replace('</soapenv:Header>', '<wsse:Security/></soapenv:Header>');
    expect(() => verified(second)).toThrow('not exactly one security header');
  });

  it('is refused with its signature elsewhere than in the security header', () => {
    const message = signed();
    const signature = /<ds:Signature .*<\/ds:Signature>/s.exec(message)?.[0] ?? '';
    const moved = message
      .replace(signature, '')
      .replace('</soapenv:Header>', `<x:Old xmlns:x="urn:x">${signature}</x:Old></soapenv:Header>`);
    expect(signature).not.toBe('');
    expect(() => verified(moved)).toThrow('not exactly one signature in the security header');
  });

  it('is refused with a document type, although nothing in it is used', () => {
    expect(() => verified(`<!DOCTYPE a>${signed()}`)).toThrow('a document type is not allowed');
  });
});

describe('what a signature covers', () => {
  const beside = '<x:Other xmlns:x="urn:x" wsu:Id="X"/>';
  const other = "//*[local-name(.)='Other']";

  it.each([
    ['not the Body', [other, timestamp], 'the body is not what was signed'],
    ['not the time', [other, body], 'the timestamp is not what was signed'],
    ['more than both', [other, body, timestamp], 'not exactly body and timestamp are signed'],
    ['the Body alone', [body], 'not exactly body and timestamp are signed'],
  ])('is refused when it is %s', (_what, references, cause) => {
    expect(() => verified(signed({ beside, signed: references }))).toThrow(cause);
  });

  it.each([
    [
      'another transform',
      { transforms: ['http://www.w3.org/TR/2001/REC-xml-c14n-20010315'] },
      'transform not',
    ],
    [
      'a transform more',
      {
        transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', algorithms.canonicalization],
      },
      'transform not',
    ],
    [
      'another canonicalization',
      { canonicalization: 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315' },
      'canonicalization not',
    ],
  ])('is refused by %s', (_what, parts, cause) => {
    expect(() => verified(signed(parts))).toThrow(cause);
  });
});

describe('the certificate', () => {
  it('of somebody else is not believed, also when the message brings it along', () => {
    const { dir } = world.sandbox.endpoints;
    const file = (name: string) => readFileSync(`${dir}/${name}`, 'utf8');
    const stranger = { key: file('stranger-signing.key.pem'), cert: file('stranger-signing.crt.pem') };
    const bare = stranger.cert.replace(/-----[^-]+-----|\s/g, '');
    const brought = `<ds:X509Data><ds:X509Certificate>${bare}</ds:X509Certificate></ds:X509Data>`;
    for (const keyInfo of [undefined, brought]) {
      const message = signed({}, stranger, keyInfo);
      expect(() => verified(message)).toThrow('the signature does not fit');
      // Nothing else is wrong with it.
      expect(verifiedBody(message, stranger.cert, at).localName).toBe('getServerInfoResponse');
    }
  });

  it('that is pinned speaks as long as it is valid, and no day longer', () => {
    for (const years of [-30, 30]) {
      const then = new Date(at);
      then.setUTCFullYear(at.getUTCFullYear() + years);
      const message = signedEnvelope(content, world.config.signing, then);
      expect(() => verified(message, then)).toThrow('the pinned certificate is not valid now');
    }
  });
});
