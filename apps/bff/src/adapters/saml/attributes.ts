import type { Element } from '@xmldom/xmldom';
import { child, childElements } from '../xml/xml.ts';
import { ns } from './names.ts';
import { SamlError } from './port.ts';

/** One value as a provider gives it; `value` may hold XML of the provider's own. */
export type Attribute = { text: string; attribute: Element; value: Element };

/**
 * The attributes of a verified assertion by their names; empty ones are left out. Names are compared as `nameOf` says.
 * @throws SamlError untrusted when a name stands twice: the first and the last reader would take different ones
 */
export function attributesOf(
  assertion: Element,
  nameOf: (name: string) => string = (name) => name,
): Map<string, Attribute> {
  const found = new Map<string, Attribute>();
  for (const statement of childElements(assertion).filter((e) => e.localName === 'AttributeStatement')) {
    for (const attribute of childElements(statement).filter((e) => e.namespaceURI === ns.saml)) {
      const name = nameOf(attribute.getAttribute('Name') ?? '');
      const value = child(attribute, 'AttributeValue');
      const text = value?.textContent?.trim() ?? '';
      if (found.has(name)) throw new SamlError('untrusted', 'an attribute stands twice');
      if (value !== undefined && text !== '') found.set(name, { text, attribute, value });
    }
  }
  return found;
}
