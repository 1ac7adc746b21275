import { X509Certificate } from 'node:crypto';
import type { Document, Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { refuseSharedIds } from '../xml/ids.ts';
import { child, childElements, childText, namespaces, parseXml } from '../xml/xml.ts';
import { algorithms } from './sign.ts';

const toleranceMs = 5 * 60_000;

/**
 * Checks a signed SOAP message and returns the one element inside its Body, read from the signed bytes alone.
 * Throws whenever anything is not exactly as expected: a library's "true" is not enough, since a signature over
 * a moved copy of an old Body is valid too (signature wrapping).
 */
export function verifiedBody(message: string, pinnedCert: string, now: Date): Element {
  refuseOutdated(pinnedCert, now);
  const document = parseXml(message);
  const { body, security } = frame(document);
  const signature = onlySignature(document, security);
  checkAlgorithms(signature);

  const bodyId = idOf(body);
  const timestamp = child(security, 'Timestamp');
  if (timestamp === undefined) throw new Error('no timestamp');
  const timestampId = idOf(timestamp);
  refuseSharedIds(document, [bodyId, timestampId]);

  const signed = new Map(
    signedElements(message, signature, pinnedCert).map((element) => [idOf(element), element]),
  );
  const signedBody = signed.get(bodyId);
  const signedTimestamp = signed.get(timestampId);
  if (signedBody === undefined || !isNamed(signedBody, namespaces.soap, 'Body')) {
    throw new Error('the body is not what was signed');
  }
  if (signedTimestamp === undefined || !isNamed(signedTimestamp, namespaces.wsu, 'Timestamp')) {
    throw new Error('the timestamp is not what was signed');
  }
  checkTimestamp(signedTimestamp, now);

  const [content, ...more] = childElements(signedBody);
  if (content === undefined || more.length > 0) throw new Error('the body holds not exactly one element');
  return content;
}

/** A pinned certificate speaks for the server as long as it is valid, and no day longer. */
function refuseOutdated(pinnedCert: string, now: Date): void {
  const { validFromDate, validToDate } = new X509Certificate(pinnedCert);
  if (now < validFromDate || now > validToDate) throw new Error('the pinned certificate is not valid now');
}

function frame(document: Document): { body: Element; security: Element } {
  const envelope = document.documentElement;
  if (envelope === null || !isNamed(envelope, namespaces.soap, 'Envelope'))
    throw new Error('no SOAP envelope');
  const parts = childElements(envelope);
  const [header, body] = parts;
  if (
    parts.length !== 2 ||
    header === undefined ||
    body === undefined ||
    !isNamed(header, namespaces.soap, 'Header') ||
    !isNamed(body, namespaces.soap, 'Body')
  ) {
    throw new Error('the envelope is not one header and one body');
  }
  const security = childElements(header).filter((part) => isNamed(part, namespaces.wsse, 'Security'));
  if (security.length !== 1 || security[0] === undefined) throw new Error('not exactly one security header');
  return { body, security: security[0] };
}

function onlySignature(document: Document, security: Element): Element {
  const all = document.getElementsByTagNameNS(namespaces.ds, 'Signature');
  const signature = all.item(0);
  if (all.length !== 1 || signature === null || signature.parentNode !== security) {
    throw new Error('not exactly one signature in the security header');
  }
  return signature;
}

function checkAlgorithms(signature: Element): void {
  const info = child(signature, 'SignedInfo');
  const references = info === undefined ? [] : childElements(info).filter((e) => e.localName === 'Reference');
  const uses = (parent: Element | undefined, name: string): string | null =>
    child(parent, name)?.getAttribute('Algorithm') ?? null;
  if (uses(info, 'SignatureMethod') !== algorithms.signature) throw new Error('signature method not allowed');
  if (uses(info, 'CanonicalizationMethod') !== algorithms.canonicalization) {
    throw new Error('canonicalization not allowed');
  }
  if (references.length !== 2) throw new Error('not exactly body and timestamp are signed');
  for (const reference of references) {
    const transforms = child(reference, 'Transforms');
    const steps = transforms === undefined ? [] : childElements(transforms);
    if (steps.length !== 1 || steps[0]?.getAttribute('Algorithm') !== algorithms.canonicalization) {
      throw new Error('transform not allowed');
    }
    if (uses(reference, 'DigestMethod') !== algorithms.digest) throw new Error('digest not allowed');
  }
}

/** Verifies with the pinned certificate, never with what the message brings along. */
function signedElements(message: string, signature: Element, pinnedCert: string): Element[] {
  const verifier = new SignedXml({
    idMode: 'wssecurity',
    publicCert: pinnedCert,
    getCertFromKeyInfo: () => null,
  });
  if (!isValid(verifier, signature, message)) throw new Error('the signature does not fit');
  return verifier.getSignedReferences().map((xml) => {
    const element = parseXml(xml).documentElement;
    if (element === null) throw new Error('an empty reference was signed');
    return element;
  });
}

/** A throw is a no as well; the library's messages may quote the message and are not passed on. */
function isValid(verifier: SignedXml, signature: Element, message: string): boolean {
  try {
    verifier.loadSignature(signature.toString());
    return verifier.checkSignature(message);
  } catch {
    return false;
  }
}

function idOf(element: Element): string {
  const id = element.getAttributeNS(namespaces.wsu, 'Id');
  if (id === null || id === '') throw new Error(`${element.localName ?? 'element'} has no id`);
  return id;
}

function checkTimestamp(timestamp: Element, now: Date): void {
  const created = Date.parse(childText(timestamp, 'Created') ?? '');
  const expires = Date.parse(childText(timestamp, 'Expires') ?? '');
  const at = now.getTime();
  // Written so that an unreadable date (NaN) fails as well.
  if (!(Math.abs(at - created) <= toleranceMs)) throw new Error('created too far from now');
  if (!(expires > created && expires + toleranceMs >= at)) throw new Error('expired');
}

function isNamed(element: Element, namespace: string, localName: string): boolean {
  return element.namespaceURI === namespace && element.localName === localName;
}
