import { X509Certificate } from 'node:crypto';
import type { Document, Element } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';
import { refuseSharedIds } from '../xml/ids.ts';
import { child, childElements, parseXml } from '../xml/xml.ts';
import { digestMethods, envelopedSignature, exclusiveC14n, ns, signatureMethods } from './names.ts';

/**
 * Checks a document whose root is signed as a whole, and returns that root, read from the signed bytes alone. A
 * library's "true" is not enough: a signature over a copy that was moved elsewhere is valid too (signature wrapping).
 * @throws Error whenever anything is not exactly as expected
 */
export function signedRoot(
  xml: string,
  expected: { namespace: string; localName: string },
  certs: readonly string[],
  now: Date,
): Element {
  const document = parseXml(xml);
  const root = document.documentElement;
  if (root === null || !isNamed(root, expected.namespace, expected.localName)) {
    throw new Error(`not one ${expected.localName}`);
  }
  const signature = onlySignature(document, root);
  const id = root.getAttribute('ID') ?? '';
  if (id === '') throw new Error('the root has no id');
  refuseSharedIds(document, [id]);
  checkAlgorithms(signature, id);

  for (const cert of certs.filter((each) => isValidNow(each, now))) {
    const signed = signedElement(xml, signature, cert);
    if (signed === undefined) continue;
    if (!isNamed(signed, expected.namespace, expected.localName) || signed.getAttribute('ID') !== id) {
      throw new Error('the root is not what was signed');
    }
    return signed;
  }
  throw new Error('no valid certificate of the provider fits the signature');
}

export function isNamed(element: Element, namespace: string, localName: string): boolean {
  return element.namespaceURI === namespace && element.localName === localName;
}

/** A pinned certificate speaks for the provider as long as it is valid, and no day longer. */
function isValidNow(cert: string, now: Date): boolean {
  const { validFromDate, validToDate } = new X509Certificate(cert);
  return now >= validFromDate && now <= validToDate;
}

function onlySignature(document: Document, root: Element): Element {
  const all = document.getElementsByTagNameNS(ns.ds, 'Signature');
  const signature = all.item(0);
  if (all.length !== 1 || signature === null || signature.parentNode !== root) {
    throw new Error('not exactly one signature, in the root');
  }
  return signature;
}

/** Only the root itself is signed, by methods that we name; a transform more could sign something else. */
function checkAlgorithms(signature: Element, id: string): void {
  const [info, ...moreInfos] = named(signature, 'SignedInfo');
  const references = named(info, 'Reference');
  const [reference] = references;
  const uses = (parent: Element | undefined, name: string): string =>
    child(parent, name)?.getAttribute('Algorithm') ?? '';
  if (moreInfos.length > 0 || references.length !== 1) throw new Error('not exactly one reference is signed');
  if (reference?.getAttribute('URI') !== `#${id}`) throw new Error('something else than the root is signed');
  if (!signatureMethods.includes(uses(info, 'SignatureMethod')))
    throw new Error('signature method not allowed');
  if (uses(info, 'CanonicalizationMethod') !== exclusiveC14n) throw new Error('canonicalization not allowed');
  if (!digestMethods.includes(uses(reference, 'DigestMethod'))) throw new Error('digest not allowed');
  const transforms = named(child(reference, 'Transforms'), 'Transform');
  const algorithms = transforms.map((transform) => transform.getAttribute('Algorithm'));
  if (algorithms.join(' ') !== `${envelopedSignature} ${exclusiveC14n}`)
    throw new Error('transform not allowed');
}

const named = (parent: Element | undefined, name: string): Element[] =>
  parent === undefined ? [] : childElements(parent).filter((element) => element.localName === name);

/** Verifies with the pinned certificate, never with what the message brings along; undefined when it does not fit. */
function signedElement(xml: string, signature: Element, cert: string): Element | undefined {
  const verifier = new SignedXml({ publicCert: cert, getCertFromKeyInfo: () => null });
  // A throw is a no as well; the library's messages may quote the message and are not passed on.
  try {
    verifier.loadSignature(signature.toString());
    if (!verifier.checkSignature(xml)) return undefined;
  } catch {
    return undefined;
  }
  const [signed, ...more] = verifier.getSignedReferences();
  if (signed === undefined || more.length > 0) throw new Error('not exactly one element was signed');
  return parseXml(signed).documentElement ?? undefined;
}
