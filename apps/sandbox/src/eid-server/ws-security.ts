import type { Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { child, childText, elements, namespaces, parse } from './xml.ts';

const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256';

export type SignOptions = { key: string; keyInfo: string; at: Date };

export function unsignedEnvelope(body: string, at: Date): string {
  const expires = new Date(at.getTime() + 300_000);
  return (
    `<env:Envelope xmlns:env="${namespaces.soap}"><env:Header>` +
    `<wsse:Security xmlns:wsse="${namespaces.wsse}" xmlns:wsu="${namespaces.wsu}" env:mustUnderstand="1">` +
    `<wsu:Timestamp wsu:Id="Timestamp-1"><wsu:Created>${at.toISOString()}</wsu:Created>` +
    `<wsu:Expires>${expires.toISOString()}</wsu:Expires></wsu:Timestamp></wsse:Security></env:Header>` +
    `<env:Body xmlns:wsu="${namespaces.wsu}" wsu:Id="Body-1">${body}</env:Body></env:Envelope>`
  );
}

/** Signs Timestamp and Body of `unsignedEnvelope`. */
export function sign(envelope: string, options: SignOptions): string {
  const signature = new SignedXml({
    idMode: 'wssecurity',
    privateKey: options.key,
    signatureAlgorithm: rsaSha256,
    canonicalizationAlgorithm: exclusive,
    getKeyInfoContent: () => options.keyInfo,
  });
  for (const name of ['Timestamp', 'Body']) {
    signature.addReference({
      xpath: `//*[local-name(.)='${name}']`,
      transforms: [exclusive],
      digestAlgorithm: sha256,
    });
  }
  signature.computeSignature(envelope, {
    prefix: 'ds',
    location: { reference: "//*[local-name(.)='Security']", action: 'append' },
  });
  return signature.getSignedXml();
}

/** Names a certificate by issuer and serial number. */
export function issuerSerial(issuer: string, serial: string): string {
  return (
    `<wsse:SecurityTokenReference xmlns:wsse="${namespaces.wsse}"><ds:X509Data><ds:X509IssuerSerial>` +
    `<ds:X509IssuerName>${issuer}</ds:X509IssuerName><ds:X509SerialNumber>${serial}</ds:X509SerialNumber>` +
    `</ds:X509IssuerSerial></ds:X509Data></wsse:SecurityTokenReference>`
  );
}

/** The request inside a rightly signed message; throws otherwise. The server is as strict as the client should be. */
export function verify(message: string, clientCert: string): Element {
  const document = parse(message);
  const envelope = document.documentElement;
  if (envelope?.localName !== 'Envelope' || envelope.namespaceURI !== namespaces.soap)
    throw new Error('frame');
  const [header, body, ...rest] = elements(envelope);
  if (header?.localName !== 'Header' || body?.localName !== 'Body' || rest.length > 0)
    throw new Error('frame');

  const signatures = document.getElementsByTagNameNS(namespaces.ds, 'Signature');
  const signature = signatures.item(0);
  const security = child(header, 'Security');
  if (signatures.length !== 1 || signature?.parentNode !== security) throw new Error('signatures');
  const info = child(signature ?? undefined, 'SignedInfo');
  if (child(info, 'SignatureMethod')?.getAttribute('Algorithm') !== rsaSha256) throw new Error('method');

  const verifier = new SignedXml({
    idMode: 'wssecurity',
    publicCert: clientCert,
    getCertFromKeyInfo: () => null,
  });
  verifier.loadSignature(String(signature));
  if (!verifier.checkSignature(message)) throw new Error('value');

  const signed = verifier.getSignedReferences().map((xml) => parse(xml).documentElement);
  const find = (real: Element | undefined): Element => {
    const id = real?.getAttributeNS(namespaces.wsu, 'Id');
    const found = signed.find(
      (item) => item?.localName === real?.localName && item?.getAttributeNS(namespaces.wsu, 'Id') === id,
    );
    if (!id || !found) throw new Error('reference');
    return found;
  };
  const stamp = find(child(security, 'Timestamp'));
  const created = Date.parse(childText(stamp, 'Created') ?? '');
  if (!(Math.abs(Date.now() - created) <= 300_000)) throw new Error('time');
  const [content, ...more] = elements(find(body));
  if (content === undefined || more.length > 0) throw new Error('content');
  return content;
}
