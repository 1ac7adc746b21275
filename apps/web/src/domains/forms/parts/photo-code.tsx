import type { Language } from '@jena/shared/kernel';
import { type ReactNode, use, useEffect, useState } from 'react';
import { createContentSource } from '../../../lib/content.ts';
import { useLanguage } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { readFile, type StoredFile } from '../../../offline/drafts.ts';
import { Disclosure } from '../../../ui/disclosure/disclosure.tsx';
import { Notice } from '../../../ui/notice/notice.tsx';
import { photoCodeCopy } from '../photo-code.copy.ts';
import { holdsCode } from './photo-code-check.ts';

type Terminals = readonly { id: string; name: string }[];
const asked = new Map<Language, Promise<Terminals>>();

/** One promise a language: a new one at each attempt to draw would never be done. */
function terminalsIn(language: Language): Promise<Terminals> {
  const known =
    asked.get(language) ??
    createContentSource(language)
      .bundle('offices')
      .then(({ offices }) => offices.filter(({ photoTerminal }) => photoTerminal))
      // Without the list the question is still clear.
      .catch(() => []);
  asked.set(language, known);
  return known;
}

/**
 * Around the question for a studio's photo code: photographs for official cards may not be home-made since 1 May 2025,
 * so the printed code is taken in place of a face, and looked for in the picture where the browser can.
 */
export function PhotoCode({ files, children }: { files: readonly StoredFile[]; children: ReactNode }) {
  const language = useLanguage();
  const copy = use(photoCodeCopy.once(language));
  const terminals = use(terminalsIn(language));
  const found = useCode(files.at(-1));
  return (
    <div className="stack">
      <Notice title={copy.title}>{copy.text}</Notice>
      {children}
      {found !== undefined && (
        <Notice tone={found ? 'success' : 'warning'} live="polite">
          {found ? copy.found : copy.missing}
        </Notice>
      )}
      <Disclosure summary={copy.howTitle}>
        <div className="stack">
          <p>{copy.how}</p>
          {terminals.length > 0 && (
            <>
              <p>{copy.terminals}</p>
              <ul className="form-needs">
                {terminals.map(({ id, name }) => (
                  <li key={id}>
                    <Link to={paths.office(id)}>{name}</Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Disclosure>
    </div>
  );
}

/** Whether the newest picture holds a code; undefined while nobody knows. */
function useCode(file: StoredFile | undefined): boolean | undefined {
  const [seen, setSeen] = useState<{ id: string; found: boolean | undefined }>();
  const id = file?.documentId;
  useEffect(() => {
    let gone = false;
    async function look() {
      const content = id && (await readFile(id));
      if (!id || !content || !content.type.startsWith('image/')) return;
      const found = await holdsCode(content);
      if (!gone) setSeen({ id, found });
    }
    void look().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id]);
  return seen && seen.id === id ? seen.found : undefined;
}
