import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';

export const namespaces = {
  soap: 'http://schemas.xmlsoap.org/soap/envelope/',
  eid: 'http://bsi.bund.de/eID/',
  dss: 'urn:oasis:names:tc:dss:1.0:core:schema',
  wsse: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  wsu: 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd',
  ds: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

export function parse(text: string): Document {
  if (/<!DOCTYPE/i.test(text)) throw new Error('document type');
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml');
}

export function elements(parent: Element): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
}

export function child(parent: Element | undefined, localName: string): Element | undefined {
  return parent && elements(parent).find((item) => item.localName === localName);
}

export function childText(parent: Element | undefined, localName: string): string | null {
  return child(parent, localName)?.textContent?.trim() || null;
}
