import type { Day } from '../kernel/index.ts';
import type { VaultDocument } from './schema.ts';
import type { DocumentType } from './types.ts';

/** A paper that a service needs. `types`: kinds of documents of which one is enough; none when a vault cannot hold it. */
export type NeededEvidence = {
  id: string;
  text: string;
  when: string | null;
  madeBy?: 'studio' | undefined;
  types?: readonly DocumentType[] | undefined;
};

export type EvidenceStatus = {
  /** Ids of all papers that lie in the vault, also of those that only some people need. */
  owned: ReadonlySet<string>;
  /** Of what everybody needs and a vault can hold. */
  have: number;
  total: number;
  missing: readonly { id: string; text: string; type: DocumentType }[];
};

/** True when a document may serve as evidence on this day: checked, of one of these kinds, and not expired. */
function serves({ state, details }: VaultDocument, types: readonly DocumentType[], today: Day): boolean {
  const isOver = details.validUntil !== null && details.validUntil < today;
  return state === 'available' && types.includes(details.type) && !isOver;
}

/**
 * What of the papers that a service needs lies in a vault. Papers that only some people need are ticked but not
 * counted, for nobody knows whether they apply; photographs that only a studio may make are neither.
 */
export function evidenceStatus(
  needed: readonly NeededEvidence[],
  documents: readonly VaultDocument[],
  today: Day,
): EvidenceStatus {
  const holdable = needed.flatMap(({ id, text, when, madeBy, types }) => {
    const [type] = types ?? [];
    if (types === undefined || type === undefined || madeBy === 'studio') return [];
    return [{ id, text, when, type, isThere: documents.some((document) => serves(document, types, today)) }];
  });
  const always = holdable.filter(({ when }) => when === null);
  return {
    owned: new Set(holdable.flatMap(({ id, isThere }) => (isThere ? [id] : []))),
    have: always.filter(({ isThere }) => isThere).length,
    total: always.length,
    missing: always.flatMap(({ id, text, type, isThere }) => (isThere ? [] : [{ id, text, type }])),
  };
}
