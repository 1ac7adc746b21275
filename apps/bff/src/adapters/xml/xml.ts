import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';

export const namespaces = {
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  eid: 'http://bsi.bund.de/eID/',
  dss: 'urn:oasis:names:tc:dss:1.0:core:schema',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  wsu: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

/** Parses strictly: no document type (so no entities, ASVS 1.5.1), every error stops. Throws when the text is no such XML. */
export function parseXml(text: string): Document {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) throw new Error('a document type is not allowed');
  const document = tryToParse(text);
  if (document === null || document.documentElement === null) throw new Error('not well-formed');
  return document;
}

/** The parser's own messages may quote the text and are not passed on. */
function tryToParse(text: string): Document | null {
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
  } catch {
    return null;
  }
}

/** Element children in order. */
export function childElements(parent: Element): Element[] {
  const children: Element[] = [];
  for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
    if (node.nodeType === 1) children.push(node as Element);
  }
  return children;
}

/** The first child of that local name; answers use different prefixes, and none in examples of the standard. */
export function child(parent: Element | undefined, localName: string): Element | undefined {
  if (parent === undefined) return undefined;
  return childElements(parent).find((element) => element.localName === localName);
}

/** Trimmed text of a child, or null when it is missing or empty. */
export function childText(parent: Element | undefined, localName: string): string | null {
  const text = child(parent, localName)?.textContent?.trim() ?? '';
  return text === '' ? null : text;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
