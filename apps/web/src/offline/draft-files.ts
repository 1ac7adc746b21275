import type { DocumentId } from '@jena/shared/kernel';
import type { Draft, StoredFile } from './drafts.ts';

type Side = Pick<Draft, 'files' | 'stamps'>;

/**
 * The files of two states of one draft, question by question. A photograph is there as long as it lies on this phone,
 * whichever state names it. Documents of the vault are chosen as an answer is: the newer choice stands, and of two that
 * were made at once both.
 * @param isHere whether a photograph lies on this phone
 */
export function joinFiles(
  mine: Side,
  theirs: Side,
  isHere: (documentId: DocumentId) => boolean,
): Draft['files'] {
  const fields = new Set([...Object.keys(mine.files), ...Object.keys(theirs.files)]);
  const pairs = [...fields].map((field): [string, StoredFile[]] => {
    const [here, there] = [mine.files[field] ?? [], theirs.files[field] ?? []];
    const captured = unique([...here, ...there]).filter((file) => !file.inVault && isHere(file.documentId));
    const [left, right] = [mine.stamps?.[field] ?? '', theirs.stamps?.[field] ?? ''];
    const chosen = left === right ? [...here, ...there] : left > right ? here : there;
    const stays = new Set(
      [...captured, ...chosen.filter(({ inVault }) => inVault)].map(({ documentId }) => documentId),
    );
    return [field, unique([...here, ...there]).filter(({ documentId }) => stays.has(documentId))];
  });
  return Object.fromEntries(pairs.filter(([, files]) => files.length > 0));
}

const unique = (files: StoredFile[]) => [...new Map(files.map((file) => [file.documentId, file])).values()];
