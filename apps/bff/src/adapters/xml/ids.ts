import type { Document } from '@xmldom/xmldom';

/**
 * An id that stands twice could be resolved to either place: a signature would cover one, and the other be read.
 * @throws Error when one of the ids does not stand exactly once, in an attribute named `id` in whatever case or namespace
 */
export function refuseSharedIds(document: Document, ids: readonly string[]): void {
  const all = document.getElementsByTagName('*');
  for (const id of ids) {
    let found = 0;
    for (let index = 0; index < all.length; index += 1) {
      const attributes = all.item(index)?.attributes;
      for (let at = 0; attributes !== undefined && at < attributes.length; at += 1) {
        const attribute = attributes.item(at);
        if (attribute?.localName?.toLowerCase() === 'id' && attribute.value === id) found += 1;
      }
    }
    if (found !== 1) throw new Error('an id is not unique');
  }
}
