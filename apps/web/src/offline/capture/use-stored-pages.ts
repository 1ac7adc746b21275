import { useEffect, useState } from 'react';
import { readFile, type StoredFile } from '../drafts.ts';
import type { ScanPage } from './document/pages.ts';
import { readPages } from './document/read-pages.ts';

/** The pages of a document on the phone; `undefined` while it is read and when this app did not make it. */
export async function storedPages({ documentId }: StoredFile): Promise<ScanPage[] | undefined> {
  const content = await readFile(documentId);
  return content && readPages(content);
}

/** The same, for showing. */
export function useStoredPages(file: StoredFile): readonly ScanPage[] | undefined {
  const [pages, setPages] = useState<ScanPage[]>();
  const { documentId } = file;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a document never changes under its id
  useEffect(() => {
    let gone = false;
    storedPages(file)
      .then((found) => {
        if (!gone) setPages(found);
      })
      // A thumbnail that cannot be read is only a thumbnail that is missing.
      .catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [documentId]);
  return pages;
}
